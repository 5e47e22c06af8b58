package dev.curfew.snapshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.snapshot.testing.ChildJvm;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed loses nothing that it has reported as committed, and leaves no half of a unit.
class KillTest {
    private static final int KILLS = 40;

    /// Kills fall anywhere between a report and some units later.
    private static final int DELAY_MICROSECONDS_MAX = 40_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(20261122);
    private final Set<String> reported = new HashSet<>();

    @Test
    void nothingReportedIsLostAndNothingIsHalfThereWhenKilledWhileCommitting() throws Exception {
        Workspaces workspaces = new Workspaces(folder);
        workspaces.create("w").close();
        // The next JVM starts while the last round is checked; it opens the workspace only when told.
        Process next = child(0);
        for (int round = 0; round < KILLS; round++) {
            Process child = next;
            runAndKill(child, round);
            next = child(round + 1);
            try (Workspace workspace = workspaces.open("w")) {
                requireWhole(workspace);
            }
        }
        next.destroyForcibly().waitFor();
        System.out.println(KILLS + " kills, none lost: " + reported.size() + " units reported and found");
    }

    private Process child(int round) throws IOException {
        return ChildJvm.start(CommittingChild.class, folder.toString(), "r" + round);
    }

    private void runAndKill(Process child, int round) throws IOException, InterruptedException {
        int killAfter = 1 + random.nextInt(CommittingChild.UNITS - 1);
        List<String> lines = new ArrayList<>();
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
        try (BufferedReader reports = child.inputReader(UTF_8)) {
            while (lines.size() < killAfter) {
                String line = reports.readLine();
                assertThat(line)
                        .as("round %d after %d reports", round, lines.size())
                        .isNotNull();
                lines.add(line);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(DELAY_MICROSECONDS_MAX));
            // By its handle: Process.destroyForcibly closes the pipe too, with reports still in it.
            child.toHandle().destroyForcibly();
            reports.lines().forEach(lines::add);
        }
        assertThat(child.waitFor()).isNotZero();
        lines.forEach(unit -> reported.add("r" + round + "-" + unit));
    }

    private void requireWhole(Workspace workspace) {
        Set<String> officers = new HashSet<>();
        Set<String> steps = new HashSet<>();
        Workspaces.run(workspace, transaction -> {
            transaction.officers().all().stream().map(Officer::name).forEach(officers::add);
            transaction.steps().all().stream().map(StepRecord::key).forEach(steps::add);
        });
        Set<String> identities = workspace.store().current().identities().stream()
                .map(Identity::name)
                .collect(Collectors.toSet());

        assertThat(officers).containsAll(reported);
        assertThat(identities).isEqualTo(officers);
        assertThat(steps)
                .isEqualTo(officers.stream()
                        .flatMap(unit -> Stream.of(unit + "/1", unit + "/2"))
                        .collect(Collectors.toSet()));
    }
}
