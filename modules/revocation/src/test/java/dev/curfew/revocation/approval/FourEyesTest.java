package dev.curfew.revocation.approval;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.run.RunReport;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the policies say of plans, held when they are signed and again when they are run; and what somebody could try
/// who has one signature where two are asked for.
class FourEyesTest {
    private static final String NO_CASES = "{\"base\": {}, \"cases\": []}";
    private static final String TWO_FOR_PAYMENTS = """
            @id("payments") @requires("2 of officer")
            forbid (principal, action == Action::"revoke", resource)
            when { context.tags.contains("team=payments") };
            @id("an-officer") @requires("1 of officer")
            permit (principal, action == Action::"revoke", resource);
            """;

    @TempDir
    private Path directory;

    private Station station;
    private PlanDesk elsewhere;

    @BeforeEach
    void build() {
        station = new Station(directory);
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        elsewhere = desk("1");
        station.connect("production");
    }

    /// Of the same workspace, on another machine.
    private PlanDesk desk(String digit) {
        Office office = new Office(
                station.unitOfWork,
                station.auditLog,
                station.store,
                new Device(digit.repeat(32), "desk-" + digit),
                station.clock,
                new SecureRandom());
        return new PlanDesk(office, station.planner, Catalogue.packaged());
    }

    private OfficerKey bo() {
        return station.keys.unlock("bo", Station.passphrase());
    }

    private Receipt approve(PlanDesk at, RevocationPlan plan, OfficerKey officer) throws InterruptedException {
        return at.approve(at.review(plan.id()).orThrow(), officer).orThrow();
    }

    private Outcome<RunReport> run(RevocationPlan plan, Receipt receipt) {
        return station.executor.run(plan, receipt, Station.values(), Progress.SILENT);
    }

    private void assertWaits(RevocationPlan plan, Receipt receipt) {
        Outcome<RunReport> ran = run(plan, receipt);
        assertRefused(ran, Refusal.SIGNATURES_MISSING);
        assertThat(ran).asString().contains("one more officer", "two-officers-delete-in-production");
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
    }

    @Test
    void thePlannerAloneSwitchesOffInProduction() throws InterruptedException {
        RevocationPlan plan = station.deactivation();

        assertThat(run(plan, station.approve(plan)).orThrow().steps()).hasSize(1);
    }

    @Test
    void deletionInProductionWaitsForASecondOfficer() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt first = station.approve(plan);
        assertWaits(plan, first);

        PlanStanding waiting = elsewhere.review(plan.id()).orThrow().standing();
        assertThat(waiting.waits()).isTrue();
        assertThat(waiting.officers()).containsExactly("ada");

        Receipt second = approve(elsewhere, plan, bo());
        assertThat(run(plan, second).orThrow().steps()).hasSize(2);
    }

    @Test
    void whereTheEnvironmentIsNotKnownItWaitsTooAndSaysSo() throws InterruptedException {
        station.connect("unknown");
        RevocationPlan plan = station.deletion();
        Outcome<RunReport> ran = run(plan, station.approve(plan));

        assertRefused(ran, Refusal.SIGNATURES_MISSING);
        assertThat(ran)
                .asString()
                .contains("two-officers-delete-in-production); the environment of a source is not given");
    }

    /// A deletion that one officer signed, at a source of which nobody says what it is for.
    private Outcome<RunReport> ranWithoutAnEnvironment(String policies) throws InterruptedException {
        save(policies);
        station.connect("unknown");
        RevocationPlan plan = station.deletion();
        return run(plan, station.approve(plan));
    }

    @Test
    void whereTheEnvironmentDecidesNothingItIsNotNamed() throws InterruptedException {
        Outcome<RunReport> ran = ranWithoutAnEnvironment("""
                @id("two-always") @requires("2 of officer")
                forbid (principal, action == Action::"revoke", resource);
                @id("an-officer") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);

        assertRefused(ran, Refusal.SIGNATURES_MISSING);
        assertThat(ran).asString().contains("two-always").doesNotContain("environment");
    }

    @Test
    void whereAnEnvironmentWouldLetItRunItIsNamed() throws InterruptedException {
        Outcome<RunReport> ran = ranWithoutAnEnvironment("""
                @id("two-unless-test") @requires("2 of officer")
                forbid (principal, action == Action::"revoke", resource)
                unless { context.environments.contains("test") };
                @id("an-officer") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);

        assertRefused(ran, Refusal.SIGNATURES_MISSING);
        assertThat(ran).asString().contains("two-unless-test); the environment of a source is not given");
    }

    @Test
    void whereOtherPoliciesWouldAskForAsManyItIsNotNamed() throws InterruptedException {
        Outcome<RunReport> ran = ranWithoutAnEnvironment("""
                @id("two-elsewhere") @requires("2 of officer")
                forbid (principal, action == Action::"revoke", resource)
                unless { context.environments.contains("production") };
                @id("two-in-production") @requires("2 of officer")
                forbid (principal, action == Action::"revoke", resource)
                when { context.environments.contains("production") };
                @id("an-officer") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);

        assertRefused(ran, Refusal.SIGNATURES_MISSING);
        assertThat(ran).asString().contains("two-elsewhere").doesNotContain("not given");
    }

    @Test
    void whatIsForbiddenOnlyWhereTheEnvironmentIsNotGivenSaysSo() throws InterruptedException {
        save("""
                @id("given-first") forbid (principal, action == Action::"revoke", resource)
                when { context.environments.contains("unknown") };
                @id("an-officer") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);
        station.connect("unknown");
        PlanReview shown = station.desk.review(station.deletion().id()).orThrow();
        Outcome<Receipt> signed = station.desk.approve(shown, station.ada());

        assertRefused(signed, Refusal.POLICY_REFUSES);
        assertThat(signed).asString().contains("given-first", "; the environment of a source is not given");
    }

    @Test
    void twoOnOneMachineCountAsOne() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        station.approve(plan);

        assertWaits(plan, approve(station.desk, plan, bo()));
    }

    @Test
    void oneOfficerOnTwoMachinesCountsAsOne() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        station.approve(plan);

        assertWaits(plan, approve(elsewhere, plan, station.ada()));
    }

    @Test
    void aCopiedSignatureIsNobodysElse() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt first = station.approve(plan);
        LedgerEntry copied = copy(first, plan, Map.of("officer", "bo"), "bo");

        assertRefused(run(plan, new Receipt(plan.hash(), copied.index(), "bo", Station.START)), Refusal.FORGED);
        assertRefused(run(plan, first), Refusal.FORGED);
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
    }

    @Test
    void anOfficersSignatureEnteredTwiceCountsOnce() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt first = station.approve(plan);
        LedgerEntry copied = copy(first, plan, Map.of(), "ada");

        assertWaits(plan, new Receipt(plan.hash(), copied.index(), "ada", first.at()));
    }

    @Test
    void anotherPlansSignatureDoesNotCount() throws InterruptedException {
        RevocationPlan other = station.deletion();
        Receipt others = approve(elsewhere, other, bo());
        RevocationPlan plan = station.deletion();
        Receipt first = station.approve(plan);
        assertWaits(plan, first);

        copy(others, plan, Map.of(), "bo");
        assertRefused(run(plan, first), Refusal.FORGED);
    }

    @Test
    void whatARevokedKeySignsAfterwardsDoesNotCount() throws InterruptedException {
        station.officers.add("cy", "Cy", Station.passphrase()).orThrow();
        RevocationPlan plan = station.deletion();
        OfficerKey bo = bo();
        RosterDesk roster = new RosterDesk(station.office);
        roster.found(station.ada(), 1).orThrow();
        roster.propose(station.ada(), new RosterChange.Revoke("bo", "stolen")).orThrow();
        Receipt first = station.approve(plan);

        PlanReview shown = elsewhere.review(plan.id()).orThrow();
        assertRefused(elsewhere.approve(shown, bo), Refusal.KEY_REVOKED);
        assertWaits(plan, first);
    }

    @Test
    void aSignatureThatIsOverIsNoneAnyMore() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        station.approve(plan);
        station.clock.advance(Duration.ofHours(8));
        Receipt second = approve(elsewhere, plan, bo());

        assertRefused(run(plan, second), Refusal.APPROVAL_EXPIRED);
        Receipt again = station.approve(plan);
        assertThat(run(plan, again).orThrow().steps()).hasSize(2);
    }

    @Test
    void whatAPolicyForbidsNobodySigns() throws InterruptedException {
        save("""
                @id("never") forbid (principal, action == Action::"revoke", resource)
                when { context.kinds.contains("aws.access-key") };
                @id("an-officer") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);
        RevocationPlan plan = station.deactivation();
        PlanReview shown = station.desk.review(plan.id()).orThrow();

        assertRefused(station.desk.approve(shown, station.ada()), Refusal.POLICY_REFUSES);
    }

    @Test
    void policiesAreAskedAgainWhenThePlanIsRun() throws InterruptedException {
        RevocationPlan plan = station.deactivation();
        Receipt receipt = station.approve(plan);
        save("""
                @id("two") @requires("2 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);

        assertRefused(run(plan, receipt), Refusal.SIGNATURES_MISSING);
    }

    @Test
    void policiesThatWereSavedSinceThePlanWasShownAreNotSignedForUnseen() throws InterruptedException {
        RevocationPlan plan = station.deactivation();
        PlanReview shown = station.desk.review(plan.id()).orThrow();
        save("""
                @id("one") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);

        assertRefused(station.desk.approve(shown, station.ada()), Refusal.CHANGED_SINCE_SHOWN);
        assertThat(run(plan, station.approve(plan)).orThrow().steps()).hasSize(1);
    }

    @Test
    void policiesThatSayNothingOfPlansLeaveThoseOfCurfew() throws InterruptedException {
        save("@id(\"closed\") forbid (principal, action, resource);");
        RevocationPlan deactivation = station.deactivation();
        assertThat(run(deactivation, station.approve(deactivation)).orThrow().steps())
                .hasSize(1);

        RevocationPlan deletion = station.deletion();
        assertRefused(run(deletion, station.approve(deletion)), Refusal.SIGNATURES_MISSING);
    }

    @Test
    void theTagsOfWhoIsHitAreAskedFor() throws InterruptedException {
        save(TWO_FOR_PAYMENTS);
        station.read(Station.identity(Station.CI, Map.of("team", "payments")), Station.key(Station.KEY, Station.CI));
        RevocationPlan plan = station.deactivation();

        assertRefused(run(plan, station.approve(plan)), Refusal.SIGNATURES_MISSING);
    }

    @Test
    void theTagsOfWhoseSessionsEndAreAskedForThoughNoReadingListsThem() throws InterruptedException {
        save(TWO_FOR_PAYMENTS);
        IdentityId role = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:role/payer");
        station.read(Station.identity(role, "aws.role", Map.of("team", "payments")));
        String sessions = SessionsId.of(role).text();
        RevocationPlan plan = station.plan(Extent.DEACTIVATE, sessions).orThrow();

        assertRefused(run(plan, station.approve(plan)), Refusal.SIGNATURES_MISSING);
    }

    @Test
    void theLedgerKeepsWhatWasAskedOfThePolicies() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);

        assertThat(station.ledger()
                        .get((int) receipt.ledgerIndex())
                        .event()
                        .details()
                        .get("judgement"))
                .asString()
                .contains("needs-signatures", "\"deletes\":true", "\"environments\":[\"production\"]");
    }

    private void save(String policies) {
        new PolicyBook(station.office)
                .save(station.ada(), new PolicyPack(policies, NO_CASES))
                .orThrow();
    }

    /// An approval's entry once more, as whoever can write to the ledger could.
    private LedgerEntry copy(Receipt of, RevocationPlan plan, Map<String, Object> with, String actor) {
        List<LedgerEntry> ledger = station.ledger();
        Map<String, Object> details =
                new LinkedHashMap<>(ledger.get((int) of.ledgerIndex()).event().details());
        details.putAll(with);
        return station.unitOfWork.run(transaction -> station.auditLog.append(
                transaction, new AuditEvent("plan.approved", of.at(), actor, plan.hash(), details)));
    }
}
