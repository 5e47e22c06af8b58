package dev.curfew.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is planned, approved, run and cut off in whatever order: nothing is acted on without an approval, and
/// nothing is called proved that works.
class HistoriesTest {
    private static final int HISTORIES = 200;
    private static final int STEPS = 25;

    @TempDir
    private Path directory;

    private final Map<String, Receipt> receipts = new HashMap<>();

    @Test
    void noHistoryActsWithoutAnApprovalOrProvesWhatIsNotSo() throws InterruptedException {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            Station station = new Station(directory.resolve("seed-" + seed));
            receipts.clear();
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                disturb(station, random);
                try {
                    act(station, random);
                } catch (CrashException e) {
                    // The process starts again and goes on.
                }
                station.unitOfWork.crashNoMore();
                assertProofsAreTrue(station, "seed " + seed + ", step " + step);
            }
            assertOnlyApprovedPlansActed(station.ledger(), "seed " + seed);
            proofs(station).forEach(it -> seen.add(it.proof().getClass().getSimpleName()));
        }
        assertThat(seen)
                .as("the histories went everywhere")
                .containsExactlyInAnyOrder("Proved", "ProvedAfter", "StillWorks", "NotProvable", "Indeterminate");
    }

    private static void disturb(Station station, Random random) {
        station.clock.advance(Duration.ofSeconds(random.nextInt(100)));
        station.source.answerActs(
                switch (random.nextInt(6)) {
                    case 0 -> new ActionOutcome.Uncertain(station.clock.instant(), "timeout");
                    case 1 -> new ActionOutcome.Refused(station.clock.instant(), "403");
                    default -> null;
                });
        if (random.nextInt(5) == 0) {
            station.source.answerTries(List.of(new ProbeOutcome.Indeterminate(station.clock.instant(), "timeout")));
        }
        switch (random.nextInt(4)) {
            case 0 -> station.unitOfWork.crashBefore(1 + random.nextInt(6));
            case 1 -> station.unitOfWork.crashAfter(1 + random.nextInt(6));
            default -> {}
        }
    }

    private void act(Station station, Random random) throws InterruptedException {
        List<RevocationPlan> plans =
                station.unitOfWork.run(transaction -> transaction.plans().all());
        if (plans.isEmpty() || random.nextInt(6) == 0) {
            station.plan(random.nextBoolean() ? Extent.DELETE : Extent.DEACTIVATE, Station.KEY.text());
            return;
        }
        RevocationPlan plan = plans.get(random.nextInt(plans.size()));
        Map<CredentialId, Secret> values = random.nextInt(4) == 0 ? Map.of() : Station.values();
        switch (random.nextInt(8)) {
            case 0, 1 -> receipts.put(plan.id(), station.approve(plan));
            case 2 -> station.verifier.verify(plan.id(), "ada", values, Progress.SILENT);
            // Somebody restores a backup.
            case 3 -> station.source.give(Station.KEY, Station.VALUE);
            default -> {
                Receipt receipt = receipts.getOrDefault(
                        plan.id(), new Receipt(plan.hash(), random.nextInt(9), "ada", Station.START));
                station.executor.run(plan, receipt, values, Progress.SILENT);
                if (random.nextInt(3) == 0) {
                    station.verifier.verify(plan.id(), "ada", values, Progress.SILENT);
                }
            }
        }
    }

    /// A proof is dated: it is true of its moment. What was restored later is not its fault, so only a proof of this
    /// very moment is held against the truth.
    private static void assertProofsAreTrue(Station station, String when) {
        for (ProofRecord record : proofs(station)) {
            boolean now = record.proof().at().equals(station.clock.instant());
            boolean works = station.source.working().contains(record.credential());
            if (now) {
                switch (record.proof()) {
                    case Proof.Proved _, Proof.ProvedAfter _ ->
                        assertThat(works).as("%s: %s", when, record).isFalse();
                    case Proof.StillWorks _ ->
                        assertThat(works).as("%s: %s", when, record).isTrue();
                    case Proof.NotProvable _, Proof.Indeterminate _ -> {}
                }
            }
        }
    }

    private static List<ProofRecord> proofs(Station station) {
        return station.unitOfWork.run(transaction -> transaction.proofs().all());
    }

    private static void assertOnlyApprovedPlansActed(List<LedgerEntry> ledger, String when) {
        Set<String> approved = new HashSet<>();
        Set<String> started = new HashSet<>();
        for (LedgerEntry entry : ledger) {
            String step = entry.event().details().get("plan") + "/"
                    + entry.event().details().get("step");
            switch (entry.event().type()) {
                case "plan.approved" -> approved.add(entry.event().subjectHash());
                case "step.started" -> {
                    assertThat(approved).as(when).contains(entry.event().subjectHash());
                    started.add(step);
                }
                case "step.acted" -> assertThat(started).as(when).contains(step);
                default -> {}
            }
        }
    }
}
