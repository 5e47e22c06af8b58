package dev.curfew.revocation.undo;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.trial.Bench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who has to sign that what a plan took is given back.
class TakingBackTest {
    private static final String ACTIVATED = "act aws.activate-access-key";

    @TempDir
    private Path directory;

    private Station station;
    private Office elsewhere;
    private RevocationPlan plan;

    @BeforeEach
    void aPlanOfTwoOfficersRan() throws InterruptedException {
        station = new Station(directory);
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        elsewhere = new Office(
                station.unitOfWork,
                station.auditLog,
                station.store,
                new Device("1".repeat(32), "desk-1"),
                station.clock,
                new SecureRandom());
        save("""
                @id("two") @requires("2 of officer")
                permit (principal, action == Action::"revoke", resource);
                """);
        plan = station.deactivation();
        station.approve(plan);
        PlanDesk other = new PlanDesk(elsewhere, station.planner, Catalogue.packaged());
        Receipt second = other.approve(other.review(plan.id()).orThrow(), bo()).orThrow();
        station.run(plan, second);
    }

    private void save(String policies) {
        new PolicyBook(station.office)
                .save(station.ada(), new PolicyPack(policies, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
    }

    private OfficerKey bo() {
        return station.keys.unlock("bo", Station.passphrase());
    }

    private TakingBack there() {
        Bench bench = station.bench;
        return new TakingBack(new Bench(
                elsewhere,
                bench.targets(),
                bench.catalogue(),
                bench.fingerprints(),
                bench.schedule(),
                bench.sleeper()));
    }

    private Outcome<List<UndoneStep>> undo(TakingBack at, OfficerKey officer) throws InterruptedException {
        return at.undo(officer, at.foresee(plan.id()).orThrow(), Station.values(), Progress.SILENT);
    }

    @Test
    void whatTwoTookAwayOneAloneDoesNotGiveBack() throws InterruptedException {
        TakingBack here = new TakingBack(station.bench);

        Outcome<List<UndoneStep>> first = undo(here, station.ada());

        assertRefused(first, Refusal.UNDO_NEEDS_SIGNATURES);
        assertThat(first).asString().contains("signed by ada", "one more officer", "two");
        assertRefused(undo(here, bo()), Refusal.UNDO_NEEDS_SIGNATURES);
        assertThat(station.source.calls()).doesNotContain(ACTIVATED);
        assertThat(station.events()).doesNotContain(TakingBack.DECIDED);

        assertThat(undo(there(), bo()).orThrow()).hasSize(1);
        assertThat(station.source.calls()).contains(ACTIVATED);
        assertThat(station.events()).contains("undo.approved", TakingBack.DECIDED);
    }

    @Test
    void aSignatureOfYesterdayIsNoneAnyMore() throws InterruptedException {
        assertRefused(undo(new TakingBack(station.bench), station.ada()), Refusal.UNDO_NEEDS_SIGNATURES);
        station.clock.advance(Duration.ofHours(8));

        assertRefused(undo(there(), bo()), Refusal.UNDO_NEEDS_SIGNATURES);
    }

    @Test
    void whatMayNotBeEndedAnyMoreIsGivenBackByNoFewerThanEndedIt() throws InterruptedException {
        save("@id(\"never\") forbid (principal, action == Action::\"revoke\", resource);");

        assertRefused(undo(new TakingBack(station.bench), station.ada()), Refusal.UNDO_NEEDS_SIGNATURES);
        assertThat(undo(there(), bo()).orThrow()).hasSize(1);
    }

    @Test
    void whatOneMayEndByNowIsGivenBackByNoFewerThanEndedIt() throws InterruptedException {
        save("""
                @id("one") @requires("1 of officer")
                permit (principal, action == Action::"revoke", resource);
                @id("two") @requires("2 of officer")
                forbid (principal, action == Action::"revoke", resource) when { context.tags.contains("env=prod") };
                """);
        station.read(Station.identity(Station.CI, Map.of("env", "prod")), Station.key(Station.KEY, Station.CI));
        plan = station.deactivation();
        station.approve(plan);
        PlanDesk other = new PlanDesk(elsewhere, station.planner, Catalogue.packaged());
        station.run(plan, other.approve(other.review(plan.id()).orThrow(), bo()).orThrow());
        station.read(Station.identity(Station.CI, Map.of()), Station.key(Station.KEY, Station.CI));

        assertRefused(undo(new TakingBack(station.bench), station.ada()), Refusal.UNDO_NEEDS_SIGNATURES);

        assertThat(undo(there(), bo()).orThrow()).hasSize(1);
    }

    @Test
    void thePlansOwnSignaturesAreNoneOverItsTakingBack() throws InterruptedException {
        assertRefused(undo(there(), bo()), Refusal.UNDO_NEEDS_SIGNATURES);
        assertThat(station.source.calls()).doesNotContain(ACTIVATED);
    }
}
