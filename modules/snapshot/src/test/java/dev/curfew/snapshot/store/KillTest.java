package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.testing.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed loses nothing that it has reported as committed, and leaves no half of a unit.
class KillTest {
    private static final int KILLS_EACH = 20;

    @TempDir
    private Path folder;

    @Test
    void nothingReportedIsLostAndNothingIsHalfThereWhenKilledWhileCommitting() throws Exception {
        Workspaces workspaces = new Workspaces(folder);
        Callable<Integer> one = () -> new KillRounds(workspaces, folder, "one", 20261122).run(KILLS_EACH);
        Callable<Integer> other = () -> new KillRounds(workspaces, folder, "other", 20261123).run(KILLS_EACH);

        int units = 0;
        // Two workspaces side by side: most of a round is a JVM starting.
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> rounds : threads.invokeAll(List.of(one, other))) {
                units += rounds.get();
            }
        }

        System.out.println(2 * KILLS_EACH + " kills, none lost: " + units + " units reported and found whole");
        assertThat(units).isGreaterThan(2 * KILLS_EACH);
    }
}
