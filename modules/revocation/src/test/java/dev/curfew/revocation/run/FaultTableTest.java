package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.RevocationOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fault at each step of a plan, one step after another and all at once: what is told is so, and run again once the
/// fault is over it comes to its end.
class FaultTableTest {
    @TempDir
    private Path directory;

    /// @param how `plan`: one step after another; `kill`: all at once, and again if it was not done
    /// @param fault see [Fault]
    /// @param step at which the target has it, each time until it is over
    /// @param told states of the steps, then the proof
    @ParameterizedTest
    @CsvSource({
        "plan, REFUSED,   1, REFUSED ACTED Proved",
        "plan, REFUSED,   2, ACTED REFUSED Proved",
        "plan, LATE,      1, UNCERTAIN ACTED Proved",
        "plan, LATE,      2, ACTED UNCERTAIN Proved",
        "plan, SILENT,    1, UNCERTAIN ACTED Proved",
        "plan, SILENT,    2, ACTED UNCERTAIN Proved",
        "plan, THROTTLED, 1, REFUSED ACTED Proved",
        "plan, THROTTLED, 2, ACTED REFUSED Proved",
        "plan, HALF,      1, UNCERTAIN ACTED Proved",
        "plan, HALF,      2, ACTED UNCERTAIN Proved",
        "plan, GONE,      1, ACTED ACTED Proved",
        "plan, GONE,      2, ACTED ACTED Proved",
        "plan, DEAD,      0, REFUSED REFUSED StillWorks",
        "plan, CUT_OFF,   0, UNCERTAIN UNCERTAIN StillWorks",
        "kill, REFUSED,   1, REFUSED ACTED Proved",
        "kill, REFUSED,   2, ACTED REFUSED Proved",
        "kill, LATE,      1, ACTED ACTED Proved",
        "kill, LATE,      2, ACTED ACTED Proved",
        "kill, SILENT,    1, UNCERTAIN ACTED Proved",
        "kill, SILENT,    2, ACTED UNCERTAIN Proved",
        "kill, THROTTLED, 1, ACTED ACTED Proved",
        "kill, THROTTLED, 2, ACTED ACTED Proved",
        "kill, HALF,      1, ACTED ACTED Proved",
        "kill, HALF,      2, ACTED ACTED Proved",
        "kill, GONE,      1, ACTED ACTED Proved",
        "kill, GONE,      2, ACTED ACTED Proved",
        "kill, DEAD,      0, REFUSED REFUSED StillWorks",
        "kill, CUT_OFF,   0, UNCERTAIN UNCERTAIN StillWorks",
    })
    void whatIsToldIsSo(String how, Fault fault, int step, String told) throws InterruptedException {
        Station station = new Station(directory);
        FaultyRevoker faulty = new FaultyRevoker(station.source, station.clock, fault, step);
        station.target.revoking = faulty;
        RevocationPlan plan = station.planner.plan(station.ada(), order(how)).orThrow();
        new Beforehand(station.bench).see(plan, Station.values(), Seen.nothing());

        assertThat(words(station.run(plan, station.approve(plan)))).isEqualTo(told);
        assertThat(told.endsWith("StillWorks"))
                .isEqualTo(station.source.working().contains(Station.KEY));

        faulty.heal();
        assertThat(words(station.run(plan, station.approve(plan)))).isEqualTo("ACTED ACTED " + afterwards(told));
        assertThat(station.source.working()).isEmpty();
    }

    /// What went on working and is refused in the end is told with how long it took.
    private static String afterwards(String told) {
        return told.endsWith("StillWorks") ? "ProvedAfter" : "Proved";
    }

    private static RevocationOrder order(String how) {
        List<String> ids = List.of(Station.KEY.text());
        return how.equals("plan")
                ? new PlanOrder(ids, Extent.DELETE, "it leaked")
                : new KillOrder(new Naming(ids, List.of()), Extent.DELETE, "it leaked");
    }

    private static String words(RunReport report) {
        Stream<String> states =
                report.steps().stream().map(step -> step.record().state().name());
        Stream<String> proofs = report.steps().stream()
                .flatMap(step -> step.proof().stream())
                .map(proof -> proof.getClass().getSimpleName());
        return Stream.concat(states, proofs).collect(Collectors.joining(" "));
    }
}
