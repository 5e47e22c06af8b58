package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.testing.Workspaces;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed loses nothing that it has reported as committed, and leaves no half of a unit: killed while
/// it commits, while it syncs a large source, while it exports, while it closes.
class KillTest {
    /// Kills in all; more with `-Dcurfew.kills=400`.
    private static final int KILLS = Integer.getInteger("curfew.kills", 40);

    @TempDir
    private Path folder;

    @Test
    void nothingReportedIsLostAndNothingIsHalfThereWhenKilled() throws Exception {
        Workspaces workspaces = new Workspaces(folder);
        Committing children = Committing.in(folder, workspaces);
        List<Callable<Integer>> rounds = Arrays.stream(KilledWork.values())
                .<Callable<Integer>>map(
                        work -> () -> new KillRounds(children, workspaces, folder, work, 20261122L + KILLS)
                                .run(KILLS / KilledWork.values().length))
                .toList();

        int units = 0;
        // Two workspaces side by side: most of a round is a JVM starting.
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : threads.invokeAll(rounds)) {
                units += one.get();
            }
        }

        System.out.println(KILLS + " kills, none lost: " + units + " units reported and found whole");
        assertThat(units).isGreaterThan(KILLS);
    }
}
