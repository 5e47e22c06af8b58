package dev.curfew.app.console.screen.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.screen.exceptions.asking.Asking;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a real workspace: a request that waits, one that is approved, one that was denied.
class ExceptionsViewModelTest {

    private SampleWorkspace workspace;
    private Desk desk;
    private ExceptionsViewModel model;
    private Asking asking;
    private final Acting acting = new Acting();

    @BeforeEach
    void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
        desk = workspace.desk();
        acting.know(desk.sources().list().stream().map(SourceStatus::connection).toList());
        Work work = Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage())));
        List<Runnable> reading = new ArrayList<>();
        model = new ExceptionsViewModel(work, desk, acting, () -> reading.forEach(Runnable::run));
        asking = new Asking(work, desk, model.cases());
        reading.add(model.cases()::load);
        model.cases().load();
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private static OfficerLogin as(String officer) {
        return new OfficerLogin(officer, Secret.of(Decisions.PASSPHRASE));
    }

    private List<RequestState> states() {
        return model.cases().content().get().ready().orElseThrow().cases().stream()
                .map(it -> it.request().state())
                .toList();
    }

    private void select(RequestState state) {
        model.cases()
                .select(model.cases().content().get().ready().orElseThrow().cases().stream()
                        .filter(it -> it.request().state() == state)
                        .findFirst()
                        .map(it -> it.request().id())
                        .orElseThrow());
    }

    private RequestState selectedState() {
        return model.cases()
                .selected()
                .get()
                .map(ExceptionCase::request)
                .orElseThrow()
                .state();
    }

    @Test
    void whatWaitsComesBeforeWhatIsDecided() {
        assertThat(states()).containsExactly(RequestState.PENDING, RequestState.APPROVED, RequestState.DENIED);
        assertThat(model.cases().signers())
                .extracting(it -> it.name())
                .containsExactlyInAnyOrder(Decisions.ADA, Decisions.BO);
    }

    @Test
    void whoeverAskedCannotApprove() {
        select(RequestState.PENDING);

        model.approve(as(Decisions.ADA), model.cases().reviewed().orElseThrow(), "");

        assertThat(model.cases().told().get()).contains("ada asked for", "cannot approve it");
        assertThat(selectedState()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void aSecondOfficerApproves() {
        select(RequestState.PENDING);

        model.approve(as(Decisions.BO), model.cases().reviewed().orElseThrow(), "");

        assertThat(model.cases().told().get()).isEmpty();
        assertThat(selectedState()).isEqualTo(RequestState.APPROVED);
        assertThat(model.mayApprove().reason()).startsWith("Only a request that waits");
    }

    @Test
    void aWrongPassphraseDecidesNothing() {
        select(RequestState.PENDING);

        model.deny(
                new OfficerLogin(Decisions.BO, Secret.of("not this one")),
                model.cases().reviewed().orElseThrow(),
                "no");

        assertThat(model.cases().told().get()).isNotEmpty();
        assertThat(selectedState()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void aDenialIsFinal() {
        select(RequestState.APPROVED);

        model.deny(as(Decisions.BO), model.cases().reviewed().orElseThrow(), "no longer needed");

        assertThat(selectedState()).isEqualTo(RequestState.DENIED);
        assertThat(List.of(model.mayDeny(), model.mayIssue(), model.mayEnd()))
                .allMatch(may -> !may.isAvailable() && !may.reason().isBlank());
    }

    @Test
    void nothingIsIssuedOnTheSampleAndTheReasonIsShownBeforeAnybodySigns() {
        select(RequestState.APPROVED);

        assertThat(model.mayIssue().reason()).startsWith("The sample estate is made up");
    }

    @Test
    void issuingIsRefusedWhereItIsAskedForAllTheSame() {
        select(RequestState.APPROVED);
        List<Object> handed = new ArrayList<>();

        model.issue(as(Decisions.BO), handed::add);

        assertThat(handed).isEmpty();
        assertThat(model.cases().told().get()).contains("sample-openbao");
        assertThat(selectedState()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasNotCutOffNeedsNoSettling() {
        select(RequestState.APPROVED);
        assertThat(model.maySettle().reason()).isEqualTo("Nothing was cut off here.");

        model.settle(as(Decisions.BO));

        assertThat(model.cases().told().get()).isNotEmpty();
    }

    @Test
    void aNewRequestIsLookedAt() {
        PolicyId policy = PolicyId.of("sample-openbao", "policy/break-glass");

        asking.request(as(Decisions.ADA), policy, Duration.ofMinutes(5), "the ledger is stuck", Map.of());

        assertThat(model.cases().selected().get().map(it -> it.request().reason()))
                .contains("the ledger is stuck");
        assertThat(model.cases().reviewed()).isPresent();
    }

    @Test
    void whatAPolicyWouldAddIsWorkedOutForWhoeverAsks() {
        List<Content<?>> shown = new ArrayList<>();

        asking.adds(PolicyId.of("sample-openbao", "policy/break-glass"), shown::add);

        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst()).isEqualTo(new Content.Loading<>());
        assertThat(shown.getLast().ready()).isPresent();
    }

    @Test
    void anOfficerThatIsAddedMaySign() {
        model.addOfficer(as("cy"), "Cy Young");

        assertThat(model.cases().signers()).extracting(it -> it.name()).contains("cy");
    }

    @Test
    void onlyAWindowCanBeMadeShorterOrAskedForAgain() {
        select(RequestState.APPROVED);

        assertThat(model.mayRenew().reason()).startsWith("Only a window");
        assertThat(model.shorter(SampleWorkspace.NOW)).isEmpty();
        asking.again(as(Decisions.ADA), ExceptionRequest.RENEWS, Duration.ofMinutes(5), "again");
        assertThat(model.cases().told().get()).contains("There is no window");
    }

    @Test
    void whatWaitsSaysWhatWouldChangeThePoliciesAnswer() {
        select(RequestState.PENDING);

        assertThat(model.cases().reviewed().orElseThrow().alternatives())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.decision()).isInstanceOf(PolicyDecision.Allowed.class));
    }
}
