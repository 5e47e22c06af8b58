package dev.curfew.app.decision.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.RevocationOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that revokes is killed (SIGKILL) again and again in the middle of plans of 50 steps, each time another
/// process goes on, and in the end the target is as planned and the journal says so. `-Dcurfew.kills=500` for many;
/// `-Dcurfew.kills.seed=` for the same again.
class KilledRunsTest {
    private static final int KEYS = 25;
    private static final int KILLS = Integer.getInteger("curfew.kills", 4);

    /// A kill comes after so many reports at most, of 50 acts and 25 proofs, and falls into what is done next.
    private static final int REPORTS_MAX = 16;

    /// What cannot be proved is tried again in each run, so that one that is always killed would never be through.
    private static final int KILLS_EACH = 6;

    @TempDir
    private Path folder;

    /// How many runs were killed so far; a kill that came too late counts for none.
    private int kills;
    private int revocations;

    @Test
    void everyRevocationComesToItsEndAndTheTargetIsAsPlanned() throws Exception {
        Killing killing = Killing.seeded();
        Station.founded(folder).close();
        while (kills < KILLS) {
            List<CredentialId> keys = IntStream.range(0, KEYS)
                    .mapToObj(i -> new CredentialId(DiskTarget.SOURCE, "key-%d-%02d".formatted(revocations, i)))
                    .toList();
            RevocationPlan plan = planned(keys);
            int before = kills;
            List<String> arguments = List.of(folder.toString(), plan.id());
            while (!killing.through(KilledChild.class, killAfter(kills - before, killing.random()), arguments)) {
                kills++;
            }
            assertEnded(plan);
            revocations++;
        }
        System.out.println("kills: " + kills + " in " + revocations + " revocations of " + 2 * KEYS + " steps");
    }

    private int killAfter(int killsOfThis, Random random) {
        return kills < KILLS && killsOfThis < KILLS_EACH ? 1 + random.nextInt(REPORTS_MAX) : Killing.NEVER;
    }

    /// One step after another, or all at once, in turn.
    private RevocationPlan planned(List<CredentialId> keys) throws IOException, InterruptedException {
        try (Station station = Station.opened(folder)) {
            keys.forEach(station.target()::give);
            station.read(keys);
            List<String> ids = keys.stream().map(CredentialId::text).toList();
            RevocationOrder order = revocations % 2 == 0
                    ? new KillOrder(new Naming(ids, List.of()), Extent.DELETE, "it leaked")
                    : new PlanOrder(ids, Extent.DELETE, "it leaked");
            RevocationPlan plan = station.approved(order);
            assertThat(plan.steps()).hasSize(2 * KEYS);
            return plan;
        }
    }

    private void assertEnded(RevocationPlan plan) throws IOException {
        try (Station station = Station.opened(folder)) {
            String when = "after " + kills + " kills, " + plan.id();
            assertThat(station.target().all()).as(when).isEmpty();
            List<StepRecord> records =
                    station.run(transaction -> transaction.steps().startingWith(plan.id() + "/"));
            assertThat(records).as(when).hasSize(2 * KEYS).allMatch(record -> record.state() == StepState.ACTED);
            List<ProofRecord> proofs =
                    station.run(transaction -> transaction.proofs().startingWith(plan.id() + "/"));
            assertThat(proofs).as(when).hasSize(KEYS);
            assertToldInOrder(station.ledger(), plan, when);
        }
    }

    /// Nothing was done that was not announced, and the last word on each step is that it was done.
    private static void assertToldInOrder(List<LedgerEntry> ledger, RevocationPlan plan, String when) {
        Map<Object, Integer> begun = new HashMap<>();
        Map<Object, Integer> acted = new HashMap<>();
        for (LedgerEntry entry : ledger) {
            if (plan.id().equals(entry.event().details().get("plan"))) {
                Object step = entry.event().details().get("step");
                switch (entry.event().type()) {
                    case "step.started" -> begun.merge(String.valueOf(step), 1, Integer::sum);
                    case "step.acted" -> {
                        assertThat(begun).as(when).containsKey(String.valueOf(step));
                        acted.merge(String.valueOf(step), 1, Integer::sum);
                    }
                    default -> {}
                }
            }
        }
        assertThat(acted)
                .as(when)
                .hasSize(2 * KEYS)
                .allSatisfy((step, times) ->
                        assertThat(times).as("%s, step %s", when, step).isOne());
    }
}
