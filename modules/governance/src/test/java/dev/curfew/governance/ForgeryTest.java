package dev.curfew.governance;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody could try who can write to the database, and what comes of it: no credential.
class ForgeryTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    @Test
    void aStateSetToApprovedByHandOpensNothing() {
        ExceptionRequest request = town.request();
        overwrite(request, RequestState.APPROVED);
        assertNothingIssued(request, Refusal.NOT_APPROVED);
    }

    @Test
    void anApprovalRowWithoutItsLedgerEntryOpensNothing() {
        ExceptionRequest real = town.approved();
        ExceptionRequest forged = town.request();
        town.unitOfWork.run(transaction -> {
            Approval approval = transaction.approvals().find(real.id() + "/bo").orElseThrow();
            transaction
                    .approvals()
                    .save(new Approval(
                            forged.id(),
                            "bo",
                            approval.decision(),
                            approval.at(),
                            approval.statement(),
                            approval.signature()));
            return true;
        });
        overwrite(forged, RequestState.APPROVED);
        assertNothingIssued(forged, Refusal.NOT_APPROVED);
    }

    @Test
    void aRequestMadeLongerAfterItsApprovalOpensNothing() {
        ExceptionRequest request = town.approved();
        change(request, "ada", Duration.ofHours(8));
        assertNothingIssued(request, Refusal.FORGED);
    }

    @Test
    void aRequestPutInAnothersNameIsNotApproved() {
        ExceptionRequest request = town.request();
        change(request, "bo", Town.QUARTER);
        assertRefused(town.approve(request.id(), "ada"), Refusal.FORGED);
    }

    @Test
    void anotherRequestsStatementReplayedInTheLedgerDoesNotHold() {
        ExceptionRequest real = town.approved();
        ExceptionRequest other = town.request();
        Map<String, Object> approval = entry("request.approved").event().details();
        enter(other, "bo", approval);
        overwrite(other, RequestState.APPROVED);
        assertNothingIssued(other, Refusal.FORGED);
        assertThat(town.issuing.issue(real.id(), "ada").orThrow().window().id()).isEqualTo(real.id());
    }

    @Test
    void aStatementChangedAfterItWasSignedDoesNotHold() {
        ExceptionRequest request = town.approved();
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction,
                    event -> withDetail(event, "statement", text -> text.replace("2026-11-22T11", "2027-11-22T11")));
            return true;
        });
        assertNothingIssued(request, Refusal.FORGED);
    }

    @Test
    void aDenialIsNotTurnedIntoAnApproval() {
        ExceptionRequest request = town.request();
        town.deny(request.id(), "bo").orThrow();
        Map<String, Object> denial = entry("request.denied").event().details();
        ExceptionRequest again = town.request();
        enter(again, "bo", denial);
        overwrite(again, RequestState.APPROVED);
        assertNothingIssued(again, Refusal.FORGED);
    }

    @Test
    void aDeniedRequestSetBackToApprovedOpensNothing() {
        ExceptionRequest request = town.approved();
        town.deny(request.id(), "bo").orThrow();
        overwrite(request, RequestState.APPROVED);
        assertNothingIssued(request, Refusal.DENIED);
    }

    @Test
    void aDeniedRequestSetBackToPendingIsNotApproved() {
        ExceptionRequest request = town.request();
        town.deny(request.id(), "bo").orThrow();
        overwrite(request, RequestState.PENDING);
        assertRefused(town.approve(request.id(), "bo"), Refusal.DENIED);
    }

    @Test
    void aDenialThatNoOfficerSignedStopsNothing() {
        ExceptionRequest request = town.approved();
        Map<String, Object> approval = entry("request.approved").event().details();
        enter("request.denied", request, "bo", approval);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void aDenialStandsThoughItsOfficersRowWasTakenAway() {
        ExceptionRequest request = town.approved();
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        town.deny(request.id(), "cy").orThrow();
        town.unitOfWork.run(transaction -> {
            transaction.officers().remove("cy");
            return true;
        });
        overwrite(request, RequestState.APPROVED);
        assertNothingIssued(request, Refusal.DENIED);
    }

    @Test
    void aWithdrawalThatItsRequesterDidNotSignStopsNothing() {
        ExceptionRequest request = town.approved();
        enter("request.withdrawn", request, "ada", Map.of("request", request.id(), "statement", "{}", "signature", ""));
        ExceptionRequest another = town.request();
        town.ends.withdraw(another.id(), town.key("ada"), "").orThrow();
        enter(
                "request.withdrawn",
                request,
                "ada",
                entry("request.withdrawn", another).event().details());
        Map<String, Object> submitted =
                entry("request.submitted", request).event().details();
        enter(
                "request.withdrawn",
                request,
                "ada",
                Map.of(
                        "statement",
                        CanonicalJson.text(request.toJson()),
                        "signature",
                        String.valueOf(submitted.get("signature"))));
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void aWithdrawalThatAnotherOfficerSignedStopsNothing() {
        ExceptionRequest request = town.approved();
        String statement = CanonicalJson.text(Map.of(
                "schema",
                "curfew.withdrawal/1",
                "subjectHash",
                Sha256.ofJson(request.toJson()),
                "at",
                town.clock.instant().toString(),
                "remark",
                ""));
        enter("request.withdrawn", request, "ada", signed("bo", statement));
        enter("request.withdrawn", request, "bo", signed("bo", statement));
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void aWithdrawalSignedWithARevokedKeyStopsNothing() {
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        RosterDesk roster = new RosterDesk(town.office);
        roster.found(town.key("bo"), 1).orThrow();
        ExceptionRequest request = town.request();
        ExceptionRequest another = town.request();
        town.ends.withdraw(another.id(), town.key("ada"), "").orThrow();
        String statement = String.valueOf(
                        entry("request.withdrawn", another).event().details().get("statement"))
                .replace(Sha256.ofJson(another.toJson()), Sha256.ofJson(request.toJson()));
        Map<String, Object> backdated = signed("ada", statement);
        roster.propose(town.key("bo"), new RosterChange.Revoke("ada", "stolen")).orThrow();
        enter("request.withdrawn", request, "ada", backdated);
        assertThat(town.unitOfWork
                        .run(transaction -> new RequestRecord(town.office).find(transaction, request.id()))
                        .orThrow()
                        .state())
                .isEqualTo(RequestState.PENDING);
    }

    /// No Curfew wrote such a one: somebody took the signature out of the ledger's file.
    @Test
    void aWithdrawalWithoutASignatureLeavesTheRowAsItIs() {
        ExceptionRequest request = town.approved();
        enter("request.withdrawn", request, "ada", Map.of("request", request.id()));
        overwrite(request, RequestState.WITHDRAWN);
        assertNothingIssued(request, Refusal.ILLEGAL_STATE);
    }

    private Map<String, Object> signed(String officer, String statement) {
        return Map.of("statement", statement, "signature", town.key(officer).sign(statement));
    }

    @Test
    void aWithdrawalStandsThoughItsRequestersKeyWasRevokedSince() {
        ExceptionRequest request = town.approved();
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        RosterDesk roster = new RosterDesk(town.office);
        roster.found(town.key("bo"), 1).orThrow();
        town.ends.withdraw(request.id(), town.key("ada"), "").orThrow();
        roster.propose(town.key("bo"), new RosterChange.Revoke("ada", "lost")).orThrow();
        overwrite(request, RequestState.APPROVED);
        assertNothingIssued(request, Refusal.ILLEGAL_STATE);
    }

    @Test
    void oneApprovalOpensOneWindow() {
        ExceptionRequest request = town.approved();
        town.issuing.issue(request.id(), "ada").orThrow();
        overwrite(request, RequestState.APPROVED);
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.USED);
        assertThat(town.source.working()).hasSize(1);
    }

    @Test
    void anApprovalWithAKeySwappedIntoTheRosterDoesNotHold() {
        ExceptionRequest request = town.approved();
        OfficerKeys mallorys =
                new OfficerKeys(directory.resolve("mallory"), new PlainPassphrases(), new SecureRandom(), town.clock);
        String publicKey = mallorys.make("bo", Town.passphrase("mallory"));
        town.unitOfWork.run(transaction -> {
            transaction.officers().save(new Officer("bo", "Bo", publicKey, Town.START));
            return true;
        });
        assertNothingIssued(request, Refusal.ROSTER_CHANGED);
    }

    @Test
    void anApprovalEnteredInTheNameOfAnotherOfficerDoesNotHold() {
        ExceptionRequest request = town.approved();
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(transaction, event -> withDetail(event, "officer", name -> name.replace("bo", "cy")));
            return true;
        });
        assertNothingIssued(request, Refusal.FORGED);
    }

    @Test
    void anApprovalIsGoodForAShift() {
        ExceptionRequest request = town.approved();
        town.clock.advance(Duration.ofHours(8));
        assertNothingIssued(request, Refusal.APPROVAL_EXPIRED);
    }

    @Test
    void aTextChangedAtTheSourceSinceTheApprovalOpensNothing() {
        ExceptionRequest request = town.approved();
        town.source.policy(Town.BREAK_GLASS, "path \"*\" { capabilities = [\"sudo\"] }");
        assertNothingIssued(request, Refusal.POLICY_CHANGED);
    }

    private void assertNothingIssued(ExceptionRequest request, Refusal why) {
        assertRefused(town.issuing.issue(request.id(), "ada"), why);
        assertThat(town.source.working()).isEmpty();
        assertThat(town.source.calls()).doesNotContain("issue");
    }

    private void overwrite(ExceptionRequest request, RequestState state) {
        save(request, request.requester(), request.duration(), state);
    }

    private void change(ExceptionRequest request, String requester, Duration duration) {
        RequestState state = town.requests.find(request.id()).orElseThrow().state();
        save(request, requester, duration, state);
    }

    private void save(ExceptionRequest request, String requester, Duration duration, RequestState state) {
        town.unitOfWork.run(transaction -> {
            transaction
                    .requests()
                    .save(new ExceptionRequest(
                            request.id(),
                            requester,
                            request.policy(),
                            request.policyTextHash(),
                            duration,
                            request.reason(),
                            request.claims(),
                            request.addsReach(),
                            request.snapshotNumber(),
                            request.nonce(),
                            request.requestedAt(),
                            state));
            return true;
        });
    }

    private LedgerEntry entry(String type, ExceptionRequest request) {
        String subject = Sha256.ofJson(request.toJson());
        return town.ledger().stream()
                .filter(entry -> entry.event().type().equals(type)
                        && entry.event().subjectHash().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private LedgerEntry entry(String type) {
        return town.ledger().stream()
                .filter(entry -> entry.event().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void enter(ExceptionRequest request, String officer, Map<String, Object> details) {
        enter("request.approved", request, officer, details);
    }

    private void enter(String type, ExceptionRequest request, String officer, Map<String, Object> details) {
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(type, Town.START, officer, Sha256.ofJson(request.toJson()), details)));
    }

    private static AuditEvent withDetail(AuditEvent event, String name, UnaryOperator<String> change) {
        if (!event.type().equals("request.approved")) {
            return event;
        }
        Map<String, Object> details = new HashMap<>(event.details());
        details.computeIfPresent(name, (_, value) -> change.apply(value.toString()));
        return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
    }
}
