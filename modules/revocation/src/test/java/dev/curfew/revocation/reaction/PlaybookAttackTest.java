package dev.curfew.revocation.reaction;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookBook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.governance.playbook.SignedPlaybook.Standing;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.playbook.PlaybookRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody could try to have a playbook do what its officers did not sign, and what comes of it: nothing is acted
/// on. Those who rewrite the ledger hold its own key too.
class PlaybookAttackTest {
    @TempDir
    private Path directory;

    private Shift shift;

    @BeforeEach
    void build() {
        shift = new Shift(directory);
        shift.leak(Shift.key(1));
        shift.leak(Shift.key(Shift.KEYS));
    }

    private void assertNothingDone(Standing standing) throws InterruptedException {
        assertThat(shift.desk.list().all().getLast().standing()).isEqualTo(standing);
        assertThat(shift.look()).noneMatch(Reacted.Ran.class::isInstance);
        assertThat(shift.acts()).isZero();
    }

    @Test
    void signedByOneOfficerTwiceItIsNotInForce() throws InterruptedException {
        shift.sign(shift.playbook(), "ada").orThrow();
        shift.sign(shift.playbook(), "ada").orThrow();
        assertNothingDone(Standing.WAITING);
    }

    @Test
    void aScopeWidenedAfterSigningIsAnotherPlaybook() throws InterruptedException {
        shift.inForce(shift.playbook());
        rewrite(event -> event.type().equals(PlaybookBook.PROPOSED)
                ? with(event, "text", text(event).replace("AKIA0005", "AKIA0006"))
                : event);
        assertNothingDone(Standing.WAITING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"identities\":2|\"identities\":9",
                "PT1H|PT2M",
                "\"leaked\"|\"risk-up\"",
                "2026-12-22|2027-06-22"
            })
    void whateverIsChangedAfterSigningItIsAnotherPlaybook(String change) throws InterruptedException {
        String[] parts = change.split("\\|", -1);
        shift.inForce(shift.playbook());
        rewrite(event -> event.type().equals(PlaybookBook.PROPOSED)
                ? with(event, "text", text(event).replace(parts[0], parts[1]))
                : event);
        assertThat(shift.desk.list().all().getLast().hash())
                .isNotEqualTo(shift.playbook().hash());
        assertNothingDone(Standing.WAITING);
    }

    @Test
    void whatSomebodyBringsThatIsNoPlaybookHidesNoOther() throws InterruptedException {
        shift.inForce(shift.playbook());
        AuditEvent brought = shift.station.ledger().stream()
                .map(LedgerEntry::event)
                .filter(event -> event.type().equals(PlaybookBook.PROPOSED))
                .findFirst()
                .orElseThrow();
        shift.station.unitOfWork.run(
                transaction -> shift.station.auditLog.append(transaction, with(brought, "text", "{}")));

        assertThat(shift.desk.list().doubts())
                .singleElement()
                .asString()
                .contains("(" + PlaybookBook.PROPOSED + ") counts for nothing");
        assertThat(shift.desk.list().all()).extracting(SignedPlaybook::standing).containsExactly(Standing.IN_FORCE);
        assertThat(shift.look()).hasAtLeastOneElementOfType(Reacted.Ran.class);
    }

    /// As a newer Curfew would have it.
    @Test
    void oneThatCannotBeReadStandsInForAnOlderOneOnceAnOfficerSignedIt() throws InterruptedException {
        shift.inForce(shift.playbook());
        Map<String, Object> document = shift.document();
        document.put("schema", "curfew.playbook/2");
        String text = Shift.text(document);
        String hash = Sha256.hex(text);
        AuditEvent brought = shift.entries(PlaybookBook.PROPOSED).getFirst().event();
        enter(
                PlaybookBook.PROPOSED,
                brought.subjectHash(),
                Map.of("name", "leaked", "playbook", shift.playbook().hash(), "text", text));
        assertThat(shift.desk.list().all())
                .as("nobody signed that text")
                .extracting(SignedPlaybook::standing)
                .containsExactly(Standing.IN_FORCE);

        Subject subject = new Subject(Subject.Kind.PLAYBOOK, "leaked", hash, List.of(), "", Instant.EPOCH);
        shift.station
                .unitOfWork
                .run(transaction -> new Decisions(shift.station.office)
                        .enter(
                                transaction,
                                shift.officer("ada"),
                                subject,
                                Decision.APPROVE,
                                Checked.on(shift.station.store.current(), Recheck.NOT_CHECKED, ""),
                                ""))
                .orThrow();
        assertNothingDone(Standing.REPLACED);
        Map<String, Object> newest = shift.document();
        newest.put("reviewWithin", "P2D");
        shift.inForce(Shift.playbook(newest));
        assertThat(shift.desk.list().all())
                .as("a newer one that can be read")
                .extracting(SignedPlaybook::standing)
                .containsExactly(Standing.REPLACED, Standing.IN_FORCE);
        reenter(shift.entries(PlaybookBook.PROPOSED).get(1));
        assertThat(shift.desk.list().all())
                .as("a copy is not newer")
                .extracting(SignedPlaybook::standing)
                .containsExactly(Standing.REPLACED, Standing.IN_FORCE);
    }

    private void reenter(LedgerEntry entry) {
        shift.station.unitOfWork.run(transaction -> shift.station.auditLog.append(transaction, entry.event()));
    }

    @Test
    void aCopyOfAnOlderOneThatSomebodyEntersDoesNotBringItBack() {
        shift.inForce(shift.playbook());
        Map<String, Object> narrower = shift.document();
        narrower.put("scope", Map.of("ids", List.of(Shift.key(1).text())));
        shift.inForce(Shift.playbook(narrower));
        reenter(shift.entries(PlaybookBook.PROPOSED).getFirst());
        assertThat(shift.desk.list().all())
                .extracting(SignedPlaybook::standing)
                .containsExactly(Standing.REPLACED, Standing.IN_FORCE);
    }

    @Test
    void overItDoesNothing() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.station.clock.advance(Duration.ofDays(31));
        assertNothingDone(Standing.EXPIRED);
    }

    @Test
    void whatIsOverOrTooLongIsNotSigned() {
        Map<String, Object> over = shift.document();
        over.put("expiresAt", Station.START.minusSeconds(1).toString());
        assertRefused(shift.sign(Shift.playbook(over), "ada"), Refusal.PLAYBOOK_UNUSABLE);
        Map<String, Object> endless = shift.document();
        endless.put("expiresAt", Station.START.plus(Duration.ofDays(400)).toString());
        assertRefused(shift.sign(Shift.playbook(endless), "ada"), Refusal.PLAYBOOK_UNUSABLE);
    }

    @Test
    void aSignerWhoIsNoOfficerAnyMoreVoidsIt() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.station.unitOfWork.run(transaction -> {
            transaction.officers().remove("bo");
            return true;
        });
        assertNothingDone(Standing.VOID);
    }

    @Test
    void aSignersKeyThatWasRevokedSinceVoidsIt() throws InterruptedException {
        shift.inForce(shift.playbook());
        RosterDesk roster = new RosterDesk(shift.station.office);
        assertThat(roster.found(shift.officer("ada"), 1).orThrow().inForce()).isTrue();
        assertThat(shift.desk.list().all().getLast().standing()).isEqualTo(Standing.IN_FORCE);
        var revoked = roster.propose(shift.officer("ada"), new RosterChange.Revoke("bo", "has left"));
        assertThat(revoked.orThrow().inForce()).isTrue();
        assertNothingDone(Standing.VOID);
    }

    @Test
    void aSignersKeyThatWasExchangedInTheRosterVoidsIt() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.station.unitOfWork.run(transaction -> {
            Officer cy = transaction.officers().find("cy").orElseThrow();
            transaction.officers().save(new Officer("bo", "Bo", cy.publicKey(), cy.addedAt()));
            return true;
        });
        assertNothingDone(Standing.VOID);
    }

    @Test
    void aSignatureInAnothersNameVoidsIt() throws InterruptedException {
        shift.inForce(shift.playbook());
        rewrite(event ->
                event.type().equals("playbook.approved") && event.actor().equals("bo")
                        ? with(event, "officer", "cy")
                        : event);
        assertNothingDone(Standing.VOID);
    }

    @Test
    void anotherPlaybooksSignatureDoesNotDo() throws InterruptedException {
        Playbook other = Shift.playbook(named("other", shift.document()));
        shift.inForce(other);
        shift.sign(shift.playbook(), "ada").orThrow();
        LedgerEntry bos = shift.entries("playbook.approved").get(1);
        shift.station.unitOfWork.run(transaction -> shift.station.auditLog.append(
                transaction,
                new AuditEvent(
                        "playbook.approved",
                        Station.START,
                        "bo",
                        shift.playbook().hash(),
                        bos.event().details())));
        shift.desk.withdraw(shift.officer("cy"), "other", "not this").orThrow();
        assertNothingDone(Standing.VOID);
    }

    @Test
    void aWithdrawnOneIsWithdrawnForGood() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.desk.withdraw(shift.officer("cy"), "leaked", "enough").orThrow();
        assertRefused(shift.sign(shift.playbook(), "ada"), Refusal.PLAYBOOK_WITHDRAWN);
        assertNothingDone(Standing.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws.delete-access-key",
                "aws.end-session",
                "postgresql.drop-role",
                "openbao.revoke-accessor",
                "AWS.deactivate-access-key",
                "aws.deactivate-access-key ",
                "aws.deactivate\u2010access-key",
                "keycloak.delete-client"
            })
    void whatCannotBeUndoneIsNotSignedByWhateverName(String act) {
        Map<String, Object> document = shift.document();
        document.put("acts", List.of("aws.deactivate-access-key", act));
        Outcome<Playbook> usable = shift.desk.usable(Shift.text(document));
        assertRefused(usable, Refusal.PLAYBOOK_UNUSABLE);
        assertThat(usable.toString()).contains("acts[1]: ");
    }

    @Test
    void anIrreversibleStepSmuggledIntoAPlanIsNotRun() throws InterruptedException {
        assertNotRun(plan -> changed(plan, 1, new Action("aws.delete-access-key", false)));
    }

    @Test
    void anIrreversibleStepThatCallsItselfReversibleIsNotRun() throws InterruptedException {
        assertNotRun(plan -> changed(plan, 1, new Action("aws.delete-access-key", true)));
    }

    @Test
    void anActOfAnotherKindIsNotRun() throws InterruptedException {
        assertNotRun(plan -> changed(plan, 1, new Action("postgresql.disable-login", true)));
    }

    @Test
    void anotherCredentialIsNotRun() throws InterruptedException {
        assertNotRun(plan -> changed(plan, Shift.KEYS, new Action("aws.deactivate-access-key", true)));
    }

    @Test
    void aReceiptInAPlaybooksNameDoesNotRunAnOfficersPlan() throws InterruptedException {
        shift.inForce(shift.playbook());
        RevocationPlan plan =
                shift.station.plan(Extent.DEACTIVATE, Shift.key(2).text()).orThrow();
        Receipt receipt = new Receipt(plan.hash(), 0, "playbook:leaked", Station.START);
        assertRefused(shift.station.executor.run(plan, receipt, Map.of(), Progress.SILENT), Refusal.NOT_APPROVED);
        assertThat(shift.acts()).isZero();
    }

    @Test
    void aPlanReplayedAfterThePlaybookIsOverIsNotRun() throws InterruptedException {
        RevocationPlan plan = ran();
        Receipt receipt = shift.receipt(plan).orThrow();
        shift.station.clock.advance(Duration.ofDays(31));
        long before = shift.acts();
        assertRefused(
                shift.station.executor.run(plan, receipt, Map.of(), Progress.SILENT), Refusal.PLAYBOOK_NOT_IN_FORCE);
        assertThat(shift.acts()).isEqualTo(before);
    }

    @Test
    void aTriggerReplayedIsRefusedWhereItIsEntered() throws InterruptedException {
        RevocationPlan plan = ran();
        long before = shift.acts();
        LedgerEntry run = shift.entries(PlaybookRuns.RAN).getFirst();
        assertThat(shift.look()).noneMatch(Reacted.Ran.class::isInstance);
        assertThat(shift.entries(PlaybookRuns.RAN)).containsExactly(run);
        assertThat(shift.acts()).isEqualTo(before);
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    void runsEnteredBesidesTheirCeilingAreNotRun() throws InterruptedException {
        shift.inForce(shift.playbook());
        for (int i = 1; i <= 3; i++) {
            shift.leak(Shift.key(i));
        }
        shift.look();
        assertThat(shift.acts()).isEqualTo(2);
        LedgerEntry first = shift.entries(PlaybookRuns.RAN).getFirst();
        // Whoever has the ledger's key enters a third, and a plan for it.
        RevocationPlan third = smuggled(first, Shift.key(3));
        Receipt receipt = new Receipt(third.hash(), 0, third.requester(), third.createdAt());
        assertRefused(shift.station.executor.run(third, receipt, Map.of(), Progress.SILENT), Refusal.CEILING_REACHED);
        assertThat(shift.acts()).isEqualTo(2);
    }

    private RevocationPlan smuggled(LedgerEntry first, CredentialId credential) {
        RevocationPlan model = shift.station.unitOfWork.run(
                transaction -> transaction.plans().find(detail(first, "plan")).orElseThrow());
        RevocationPlan third = new RevocationPlan(
                "p-third",
                model.requester(),
                model.reason(),
                model.createdAt(),
                model.snapshotNumber(),
                List.of(new PlannedStep(
                        1, credential, "aws.access-key", new Action("aws.deactivate-access-key", true))),
                Map.of("extent", "DEACTIVATE"));
        Map<String, Object> run = new HashMap<>(first.event().details());
        run.put("plan", third.id());
        run.put("trigger", "f".repeat(64));
        run.put("credentials", List.of(credential.text()));
        run.put("identities", List.of(Shift.user(3).text()));
        enter(PlaybookRuns.RAN, first.event().subjectHash(), run);
        enter(
                "plan.made",
                third.hash(),
                Map.of("plan", third.toJson(), "playbook", shift.playbook().hash()));
        save(third);
        return third;
    }

    private void enter(String type, String subject, Map<String, Object> details) {
        shift.station.unitOfWork.run(transaction -> shift.station.auditLog.append(
                transaction, new AuditEvent(type, Station.START, "playbook:leaked", subject, details)));
    }

    private void save(RevocationPlan plan) {
        shift.station.unitOfWork.run(transaction -> {
            transaction.plans().save(plan);
            return true;
        });
    }

    private RevocationPlan ran() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.look();
        String plan = shift.desk.runs().getFirst().plan();
        return shift.station.unitOfWork.run(
                transaction -> transaction.plans().find(plan).orElseThrow());
    }

    /// Even with the ledger rewritten to it.
    private void assertNotRun(UnaryOperator<RevocationPlan> change) throws InterruptedException {
        RevocationPlan plan = ran();
        long before = shift.acts();
        RevocationPlan changed = change.apply(plan);
        save(changed);
        enter(
                "plan.made",
                changed.hash(),
                Map.of("plan", changed.toJson(), "playbook", shift.playbook().hash()));
        Receipt receipt = new Receipt(changed.hash(), 0, changed.requester(), changed.createdAt());
        assertRefused(shift.station.executor.run(changed, receipt, Map.of(), Progress.SILENT), Refusal.BEYOND_PLAYBOOK);
        assertThat(shift.acts()).isEqualTo(before);
    }

    private static RevocationPlan changed(RevocationPlan plan, int key, Action action) {
        List<PlannedStep> steps = new ArrayList<>(plan.steps());
        steps.set(0, new PlannedStep(1, Shift.key(key), "aws.access-key", action));
        return new RevocationPlan(
                plan.id(),
                plan.requester(),
                plan.reason(),
                plan.createdAt(),
                plan.snapshotNumber(),
                steps,
                plan.preview());
    }

    private void rewrite(UnaryOperator<AuditEvent> change) {
        shift.station.unitOfWork.run(transaction -> {
            shift.station.auditLog.rewrite(transaction, change);
            return true;
        });
    }

    private static AuditEvent with(AuditEvent event, String name, Object value) {
        Map<String, Object> details = new HashMap<>(event.details());
        details.put(name, value);
        return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
    }

    private static String text(AuditEvent event) {
        return String.valueOf(event.details().get("text"));
    }

    private static String detail(LedgerEntry entry, String name) {
        return String.valueOf(entry.event().details().get(name));
    }

    private static Map<String, Object> named(String name, Map<String, Object> document) {
        document.put("name", name);
        return document;
    }
}
