package dev.curfew.governance.request;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that hang on something: a later time, a window that they go on after.
class SuccessionTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    private Outcome<ExceptionRequest> ask(String officer, String claim, String value) {
        return town.requests.submit(
                town.key(officer), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why", Map.of(claim, value)));
    }

    private Instant in(Duration time) {
        return town.clock.instant().plus(time);
    }

    private String verb() {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(
                        town.ledger().getLast().event().details().get("judgement")))
                .get("question"));
    }

    @Test
    void whatIsScheduledIsIssuedFromThenOnAndNotBefore() {
        ExceptionRequest request = ask(
                        "ada", ExceptionRequest.STARTS, in(Duration.ofHours(60)).toString())
                .orThrow();
        town.approve(request.id(), "bo").orThrow();
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.TOO_EARLY);

        town.clock.advance(Duration.ofHours(61));
        town.read(Town.TEXT);

        assertThat(town.ends.due()).as("three days are counted from its start").isEmpty();
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .as("an approval of two days ago holds for a shift from the start")
                .isTrue();
    }

    @Test
    void anApprovalOfWhatIsScheduledIsOverAShiftAfterItsStart() {
        ExceptionRequest request = ask(
                        "ada", ExceptionRequest.STARTS, in(Duration.ofHours(20)).toString())
                .orThrow();
        town.approve(request.id(), "bo").orThrow();
        town.clock.advance(Duration.ofHours(29));
        town.read(Town.TEXT);

        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.APPROVAL_EXPIRED);
    }

    @Test
    void whatIsScheduledTimesOutToo() {
        ExceptionRequest request = ask(
                        "ada", ExceptionRequest.STARTS, in(Duration.ofDays(2)).toString())
                .orThrow();
        town.clock.advance(Duration.ofDays(6));

        assertThat(town.ends.due())
                .extracting(ExceptionRequest::id, ExceptionRequest::state)
                .containsExactly(tuple(request.id(), RequestState.TIMED_OUT));
    }

    @Test
    void aStartIsAheadButNotTooFar() {
        assertRefused(ask("ada", ExceptionRequest.STARTS, "next monday"), Refusal.BAD_START);
        assertRefused(ask("ada", ExceptionRequest.STARTS, town.clock.instant().toString()), Refusal.BAD_START);
        assertRefused(
                ask("ada", ExceptionRequest.STARTS, in(Duration.ofDays(15)).toString()), Refusal.BAD_START);
    }

    @Test
    void anExtensionIsANewDecisionWithNewSignaturesAndItsOwnCredential() {
        Window window = town.opened().window();
        ExceptionRequest more =
                ask("ada", ExceptionRequest.EXTENDS, window.id()).orThrow();
        assertThat(verb()).contains("EXTEND");
        assertThat(more.state()).isEqualTo(RequestState.PENDING);
        assertRefused(town.issuing.issue(more.id(), "ada"), Refusal.ILLEGAL_STATE);

        town.approve(more.id(), "bo").orThrow();
        Window second = town.issuing.issue(more.id(), "ada").orThrow().window();

        assertThat(second.credential()).isNotEqualTo(window.credential());
        assertThat(town.windows.all()).hasSize(2).allMatch(Window::isOpen);
    }

    @Test
    void whatIsOverIsNotExtendedEvenIfItWasSignedBefore() throws InterruptedException {
        Window window = town.opened().window();
        ExceptionRequest more =
                ask("ada", ExceptionRequest.EXTENDS, window.id()).orThrow();
        town.approve(more.id(), "bo").orThrow();
        town.windows.endEarly(window.id(), "bo").orThrow();

        assertRefused(town.issuing.issue(more.id(), "ada"), Refusal.ILLEGAL_STATE);
        assertRefused(ask("ada", ExceptionRequest.EXTENDS, window.id()), Refusal.ILLEGAL_STATE);
        assertThat(town.source.working()).isEmpty();
    }

    @Test
    void whatIsOverIsRenewedAndCounted() throws InterruptedException {
        Window window = town.opened().window();
        town.windows.endEarly(window.id(), "bo").orThrow();

        ExceptionRequest again =
                ask("ada", ExceptionRequest.RENEWS, window.id()).orThrow();

        assertThat(verb()).contains("RENEW", "\"renewals\":1");
        assertThat(again.toJson()).containsEntry("claims", Map.of(ExceptionRequest.RENEWS, window.id()));
    }

    @Test
    void anothersWindowIsNeitherExtendedNorRenewed() {
        Window window = town.opened().window();

        assertRefused(ask("bo", ExceptionRequest.EXTENDS, window.id()), Refusal.NOT_THE_HOLDER);
        assertRefused(ask("bo", ExceptionRequest.RENEWS, window.id()), Refusal.NOT_THE_HOLDER);
        assertRefused(ask("ada", ExceptionRequest.RENEWS, "r-none"), Refusal.UNKNOWN_WINDOW);
    }
}
