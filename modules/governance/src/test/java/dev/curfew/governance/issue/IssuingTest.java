package dev.curfew.governance.issue;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuingTest {
    private static final CredentialId FIRST = new CredentialId(Town.BAO, "accessor-1");

    @TempDir
    private Path directory;

    private Town town;
    private ExceptionRequest request;

    @BeforeEach
    void build() {
        town = new Town(directory);
        request = town.approved();
    }

    @Test
    void anApprovedRequestOpensAWindowThatTheTargetEnds() {
        Opened opened = town.issuing.issue(request.id(), "ada").orThrow();
        assertThat(opened.window())
                .isEqualTo(new Window(
                        request.id(),
                        Town.BREAK_GLASS,
                        FIRST,
                        Town.START,
                        Town.START.plus(Town.QUARTER),
                        new Enforcement(true, "openbao", "explicit maximum lifetime"),
                        null,
                        null));
        assertThat(opened.value().reveal()).isEqualTo("value-1");
        assertThat(town.windows.all()).containsExactly(opened.window());
        assertThat(state()).isEqualTo(RequestState.ACTIVE);
        assertThat(town.events())
                .containsExactly("request.submitted", "request.approved", "window.opening", "window.opened");
        assertThat(town.source.label(FIRST)).isEqualTo("curfew-" + request.id());
    }

    @Test
    void theValueIsInNoLedgerEntry() {
        town.issuing.issue(request.id(), "ada").orThrow();
        assertThat(town.ledger()).noneMatch(entry -> entry.canonical().contains("value-1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Minting.Answer.class,
            names = {"CAN", "UNKNOWN"})
    void aHolderWhoMayMintIsNotHeldByTheTarget(Minting.Answer answer) {
        town.minting = new Minting(answer, "it can mint tokens that outlive the window");
        Window window = town.issuing.issue(request.id(), "ada").orThrow().window();
        assertThat(window.enforcement())
                .isEqualTo(new Enforcement(false, "curfew", "it can mint tokens that outlive the window"));
    }

    @Test
    void aWindowThatCannotBeEnteredLeavesNoCredential() {
        town.unitOfWork.crashBefore(2);
        assertThatThrownBy(() -> town.issuing.issue(request.id(), "ada")).isInstanceOf(CrashException.class);
        assertThat(town.source.working()).isEmpty();
        assertThat(town.windows.all()).isEmpty();
        assertThat(town.events()).endsWith("window.opening", "window.opening-settled");
    }

    @Test
    void afterThatTheRequestCanBeIssuedOnAgain() {
        town.unitOfWork.crashBefore(2);
        assertThatThrownBy(() -> town.issuing.issue(request.id(), "ada")).isInstanceOf(CrashException.class);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().credential())
                .isEqualTo(new CredentialId(Town.BAO, "accessor-2"));
    }

    @Test
    void aWindowLongerThanAskedIsTakenBack() {
        town.source.overrun(Duration.ofHours(1));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.TOO_LONG);
        assertThat(town.source.working()).isEmpty();
        assertThat(town.source.calls()).containsExactly("policy", "issue", "act openbao.revoke-accessor");
    }

    @Test
    void aDenialThatComesWhileTheTargetIssuesIsObeyed() {
        town.target.onIssue = () -> town.deny(request.id(), "bo").orThrow();
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.ILLEGAL_STATE);
        assertThat(town.source.working()).isEmpty();
        assertThat(town.windows.all()).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenBackStaysVisibleUntilSettled() throws InterruptedException {
        town.source.overrun(Duration.ofHours(1));
        town.source.answerActs(new ActionOutcome.Uncertain(Town.START, "timeout"));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.TOO_LONG);
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.UNFINISHED);
        assertThat(town.settlement.unfinished())
                .extracting(ExceptionRequest::id)
                .containsExactly(request.id());
        town.source.answerActs(null);
        assertRefused(town.settlement.settle(request.id(), "ada"), Refusal.NOT_READ_SINCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceException.Kind.class,
            names = {"REFUSED", "THROTTLED"})
    void aSourceThatSaidNoHasIssuedNothing(SourceException.Kind kind) {
        town.source.failIssue(new SourceException(kind, "permission denied"));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.SOURCE_FAILED);
        town.source.failIssue(null);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().credential())
                .isEqualTo(FIRST);
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceException.Kind.class,
            names = {"UNREACHABLE", "MALFORMED"})
    void aSourceThatDidNotAnswerMayHaveIssued(SourceException.Kind kind) throws InterruptedException {
        town.source.failIssue(new SourceException(kind, "timeout"));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.SOURCE_FAILED);
        town.source.failIssue(null);
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.UNFINISHED);
        town.clock.advance(Duration.ofSeconds(1));
        town.read(Town.TEXT);
        town.settlement.settle(request.id(), "ada").orThrow();
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().credential())
                .isEqualTo(FIRST);
    }

    @Test
    void anOldReadingIsNotIssuedOn() {
        town.clock.advance(Duration.ofHours(23));
        ExceptionRequest late = town.approved();
        town.clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertRefused(town.issuing.issue(late.id(), "ada"), Refusal.STALE_SNAPSHOT);
        assertThat(town.source.calls()).isEmpty();
    }

    @Test
    void aSourceThatMayNotBeActedOnIsNotIssuedOn() {
        town.target.acting = false;
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.ACTING_OFF);
    }

    @Test
    void aCredentialFoundByItsLabelAfterACrashIsEnded() throws InterruptedException {
        town.unitOfWork.crashAfter(1);
        assertThatThrownBy(() -> town.issuing.issue(request.id(), "ada")).isInstanceOf(CrashException.class);
        // As if the target had issued just before the crash.
        CredentialId left = new CredentialId(Town.BAO, "left-behind");
        town.source.give(left, "value");
        town.clock.advance(Duration.ofSeconds(1));
        town.read(Town.TEXT, List.of(Town.token(left, "token-curfew-" + request.id())));
        assertThat(town.settlement.settle(request.id(), "ada").orThrow().id()).isEqualTo(request.id());
        assertThat(town.source.working()).isEmpty();
        assertThat(town.ledger().getLast().event().details())
                .containsEntry("how", "taken-back")
                .containsEntry("detail", left.text());
    }

    @Test
    void whatTheSourceKeepsToItselfDoesNotKeepARequestFromSettling() throws InterruptedException {
        cutOff();
        town.cover(CoverageState.READ, CoverageState.SKIPPED);
        town.settlement.settle(request.id(), "ada").orThrow();
        assertThat(town.ledger().getLast().event().details()).containsEntry("how", "nothing-found");
    }

    @ParameterizedTest
    @EnumSource(value = CoverageState.class, mode = EnumSource.Mode.EXCLUDE, names = "READ")
    void aListOfTokensThatWasNotReadWholeSettlesNothing(CoverageState tokens) throws InterruptedException {
        cutOff();
        town.cover(tokens, CoverageState.READ);
        Outcome<ExceptionRequest> refused = town.settlement.settle(request.id(), "ada");
        assertRefused(refused, Refusal.NOT_READ_SINCE);
        assertThat(refused.toString())
                .contains("tokens " + tokens + " 2026-11-22T03:00:01Z")
                .contains("At 2026-11-22T03:16:00Z")
                .doesNotContain("namespaces");
    }

    @Test
    void aSourceOfWhichNoOneScopeListsWhatItIssuesHasToBeReadWhole() throws InterruptedException {
        cutOff();
        town.target.listedIn = Optional.empty();
        town.cover(CoverageState.READ, CoverageState.SKIPPED);
        assertRefused(town.settlement.settle(request.id(), "ada"), Refusal.NOT_READ_SINCE);
    }

    private void cutOff() {
        town.unitOfWork.crashAfter(1);
        assertThatThrownBy(() -> town.issuing.issue(request.id(), "ada")).isInstanceOf(CrashException.class);
        town.clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void anOpeningWhoseTimeIsOverSettlesByItself() throws InterruptedException {
        town.unitOfWork.crashAfter(1);
        assertThatThrownBy(() -> town.issuing.issue(request.id(), "ada")).isInstanceOf(CrashException.class);
        town.clock.advance(Duration.ofMinutes(17));
        town.settlement.settle(request.id(), "ada").orThrow();
        assertThat(town.settlement.unfinished()).isEmpty();
        assertThat(town.ledger().getLast().event().details()).containsEntry("how", "time-over");
    }

    @Test
    void thereIsNothingToSettleWhereNothingWasCutOff() throws InterruptedException {
        assertRefused(town.settlement.settle(request.id(), "ada"), Refusal.ILLEGAL_STATE);
    }

    private RequestState state() {
        return town.requests.find(request.id()).orElseThrow().state();
    }
}
