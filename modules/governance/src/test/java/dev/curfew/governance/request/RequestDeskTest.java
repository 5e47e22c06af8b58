package dev.curfew.governance.request;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDeskTest {
    @TempDir
    private Path directory;

    private Town town;
    private ExceptionRequest request;

    @BeforeEach
    void build() {
        town = new Town(directory);
        request = town.request();
    }

    @Test
    void anApprovalStandsAsRowAndLedgerEntryOverTheRequestsHash() {
        Receipt receipt = town.approve(request.id(), "bo").orThrow();
        String hash = Sha256.ofJson(request.toJson());
        assertThat(receipt).isEqualTo(new Receipt(hash, 3, "bo", Town.START));
        assertThat(town.ledger().get(3).event().subjectHash()).isEqualTo(hash);
        assertThat(town.events()).containsExactly("request.submitted", "request.approved");
        assertThat(state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void theStatementNamesAllThatTheDecisionRestsOn() {
        town.approve(request.id(), "bo").orThrow();
        Approval approval = town.unitOfWork.run(transaction ->
                transaction.approvals().find(request.id() + "/bo").orElseThrow());
        String policies = town.desk.review(request.id()).orThrow().judgement().policiesHash();
        assertThat(policies).matches("[0-9a-f]{64}");
        assertThat(approval.statement())
                .containsPattern("\"nonce\":\"[^\"]{22,}\"")
                .contains(
                        "\"decision\":\"APPROVE\"",
                        "\"device\":\"" + "0".repeat(32) + "\"",
                        "\"expiresAt\":\"2026-11-22T11:00:00Z\"",
                        "\"host\":\"desk-1\"",
                        "\"policies\":\"" + policies + "\"",
                        "\"policyTextHash\":\"" + request.policyTextHash() + "\"",
                        "\"recheck\":\"same\"",
                        "\"subjectHash\":\"" + Sha256.ofJson(request.toJson()) + "\"",
                        "\"targets\":[\"openbao:policy/break-glass\"]",
                        "\"unread\":[]");
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        assertRefused(town.approve(request.id(), "ada"), Refusal.SELF_APPROVAL);
        assertThat(state()).isEqualTo(RequestState.PENDING);
        assertThat(town.events()).containsExactly("request.submitted");
    }

    @Test
    void whoeverAskedMayTakeItBack() {
        town.deny(request.id(), "ada").orThrow();
        assertThat(state()).isEqualTo(RequestState.DENIED);
    }

    @Test
    void anApprovalForAnotherTextDoesNotCarry() {
        Review shown = town.desk.review(request.id()).orThrow();
        town.publish("path \"*\" { capabilities = [\"sudo\"] }");
        assertRefused(town.desk.approve(shown, town.key("bo")), Refusal.POLICY_CHANGED);
    }

    @Test
    void whatChangedSinceItWasShownIsNotApproved() {
        Review shown = town.desk.review(request.id()).orThrow();
        town.minting = new Minting(Minting.Answer.CAN, "auth/token/create");
        assertRefused(town.desk.approve(shown, town.key("bo")), Refusal.CHANGED_SINCE_SHOWN);
    }

    @Test
    void whatOtherPoliciesJudgedIsNotApproved() {
        Review shown = town.desk.review(request.id()).orThrow();
        String others = """
                @id("an-officer")
                @requires("1 of officer")
                permit (principal, action, resource);
                """;
        new PolicyBook(town.office)
                .save(town.key("bo"), new PolicyPack(others, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
        assertRefused(town.desk.approve(shown, town.key("bo")), Refusal.CHANGED_SINCE_SHOWN);
        assertThat(town.approve(request.id(), "bo")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anApprovalFromBeforePoliciesWereSignedStands() {
        Subject subject = Subject.of(request);
        Checked before =
                Checked.on(town.store.current(), Recheck.SAME, town.adds().hash());
        Decisions decisions = new Decisions(town.office);
        town.unitOfWork
                .run(transaction ->
                        decisions.enter(transaction, town.key("bo"), subject, Approval.Decision.APPROVE, before, ""))
                .orThrow();
        assertThat(town.ledger().getLast().canonical()).doesNotContain("\\\"policies\\\"");
        Outcome<Receipt> receipt = town.unitOfWork.run(transaction -> decisions.receipt(transaction, subject));
        assertThat(receipt).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReachThatGrewSinceTheRequestIsShownAsChangedAndSignedSo() {
        town.minting = new Minting(Minting.Answer.CAN, "auth/token/create");
        Review shown = town.desk.review(request.id()).orThrow();
        assertThat(shown.checked().recheck()).isEqualTo(Recheck.CHANGED);
        town.desk.approve(shown, town.key("bo")).orThrow();
        assertThat(town.ledger().getLast().canonical()).contains("\\\"recheck\\\":\\\"changed\\\"");
    }

    @Test
    void aReachThatCannotBeComputedHereIsSignedAsNotChecked() {
        town.store.set(Snapshot.EMPTY);
        Review shown = town.desk.review(request.id()).orThrow();
        assertThat(shown.addsNow()).isNull();
        assertThat(shown.checked().recheck()).isEqualTo(Recheck.NOT_CHECKED);
        assertThat(town.desk.approve(shown, town.key("bo"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void twoApprovalsDoNotMakeTwo() {
        town.approve(request.id(), "bo").orThrow();
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        assertRefused(town.approve(request.id(), "cy"), Refusal.ILLEGAL_STATE);
    }

    @Test
    void aDeniedRequestIsNeverApproved() {
        town.deny(request.id(), "bo").orThrow();
        assertRefused(town.approve(request.id(), "bo"), Refusal.ILLEGAL_STATE);
    }

    @Test
    void anUnknownRequestIsRefused() {
        assertRefused(town.desk.review("r-00000"), Refusal.UNKNOWN_REQUEST);
    }

    @Test
    void aDecisionAfterTheKeyLockedItselfIsNotMade() {
        Review shown = town.desk.review(request.id()).orThrow();
        var key = town.key("bo");
        town.clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> town.desk.approve(shown, key)).hasMessageContaining("locked itself");
        assertThat(state()).isEqualTo(RequestState.PENDING);
    }

    private RequestState state() {
        return town.requests.find(request.id()).orElseThrow().state();
    }
}
