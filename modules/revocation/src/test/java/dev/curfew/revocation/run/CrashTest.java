package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.governance.Receipt;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The process dies at every commit of a run, just before it and just after; run again, the plan comes to its end, and
/// nothing is claimed that was not seen.
class CrashTest {
    /// What a run of the two-step plan commits: match, try, 2 × (start, act), 3 tries, proof.
    private static final int COMMITS = 10;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRunThatDiesBeforeACommitComesToItsEndAgain(int commit) throws InterruptedException {
        Station station = new Station(directory);
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        station.unitOfWork.crashBefore(commit);
        assertEnds(station, plan, receipt);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRunThatDiesAfterACommitComesToItsEndAgain(int commit) throws InterruptedException {
        Station station = new Station(directory);
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        station.unitOfWork.crashAfter(commit);
        assertEnds(station, plan, receipt);
    }

    @ParameterizedTest
    @CsvSource({"10"})
    void thoseAreAllTheCommitsThereAre(int expected) throws InterruptedException {
        Station station = new Station(directory);
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        int before = station.unitOfWork.commits();
        station.run(plan, receipt);
        assertThat(station.unitOfWork.commits() - before).isEqualTo(expected).isEqualTo(COMMITS);
    }

    private static void assertEnds(Station station, RevocationPlan plan, Receipt receipt) {
        boolean crashed = false;
        try {
            station.run(plan, receipt);
        } catch (CrashException e) {
            crashed = true;
        }
        assertThat(crashed).isTrue();
        station.unitOfWork.crashNoMore();
        RunReport report = station.run(plan, receipt);
        assertThat(report.steps().getLast().proof().orElseThrow()).isInstanceOf(Proof.Proved.class);
        assertThat(station.source.working()).isEmpty();
        assertJournal(station, plan);
    }

    private static void assertJournal(Station station, RevocationPlan plan) {
        List<String> events = station.events();
        for (String act : List.of("aws.deactivate-access-key", "aws.delete-access-key")) {
            List<String> ofAct = station.ledger().stream()
                    .filter(entry -> entry.event().details().containsValue(act))
                    .map(entry -> entry.event().type())
                    .filter(type -> type.startsWith("step"))
                    .toList();
            assertThat(ofAct).first().isEqualTo("step.started");
            assertThat(ofAct).last().isEqualTo("step.acted");
        }
        List<ProbeAttempt> attempts =
                station.unitOfWork.run(transaction -> transaction.attempts().startingWith(plan.id() + "/"));
        assertThat(events.stream().filter("probe.attempted"::equals).count())
                .as("every try is kept and entered")
                .isEqualTo(attempts.size());
        assertThat(events).containsOnlyOnce("proof.recorded");
    }
}
