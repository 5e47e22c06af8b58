package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.snapshot.lock.FolderLock;
import dev.curfew.snapshot.lock.LockedException;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several `curfew watch` over one workspace, its windows on a real PostgreSQL: one watches, the others wait for its
/// end.
@WithPostgreSql
class WatchStandbyTest {
    private static final String ROLE = "pg:member/porters";

    /// Looking takes a while on a busy machine, and others want the workspace too.
    private static final String EVERY = "5s";

    private static final String WAITS = "This one waits";
    private static final String TOOK_OVER = "This one watches over the workspace from now on.";

    @Test
    void whenTheOneThatWatchesIsKilledAnotherTakesOverAndEveryWindowIsEndedOnce(@TempDir Path home, @TempDir Path logs)
            throws InterruptedException {
        StatementLog log = new StatementLog(logs);
        try (PostgreSql server = log.start()) {
            Watch watch = watched(server, home);
            List<String> windows = new ArrayList<>(List.of(issue(watch)));
            try (CurfewProcess one = watch.start(EVERY)) {
                one.await(() -> isWatching(home));
                try (CurfewProcess two = watch.start(EVERY);
                        CurfewProcess three = watch.start(EVERY)) {
                    two.await(() -> two.err().contains("Process " + one.pid() + " on "));
                    three.await(() -> three.err().contains("Process " + one.pid() + " on "));
                    assertThat(List.of(two.err(), three.err()))
                            .allSatisfy(said -> assertThat(said).contains(WAITS).doesNotContain(TOOK_OVER));

                    CurfewProcess next = successor(one, two, three);
                    CurfewProcess last = next == two ? three : two;
                    last.await(() -> last.err().contains("Process " + next.pid() + " on "));
                    assertThat(last.err()).as("one takes over, not both").doesNotContain(TOOK_OVER);
                    windows.add(issue(watch));
                    next.await(() -> isOver(next, windows.getLast()));

                    windows.add(issue(watch));
                    next.kill();
                    next.exitCode();
                    last.await(() -> isOver(last, windows.getLast()));
                    assertThat(last.err()).contains(TOOK_OVER);
                }
            }
            assertOnce(watch, windows, log);
        }
    }

    @Test
    void whenTheOneThatWatchesStandsStillAnotherTakesOverAndItWaitsWhenItGoesOn(@TempDir Path home, @TempDir Path logs)
            throws InterruptedException, IOException, LockedException {
        StatementLog log = new StatementLog(logs);
        try (PostgreSql server = log.start()) {
            Watch watch = watched(server, home);
            String window;
            try (CurfewProcess one = watch.start(EVERY)) {
                one.await(() -> isWatching(home));
                try (CurfewProcess two = watch.start(EVERY)) {
                    two.await(() -> two.err().contains(WAITS));
                    stopBetweenTwoLooks(one, watch.bench().commands().workspace());
                    window = issue(watch);
                    two.await(() -> isOver(two, window));
                    assertThat(two.err()).contains(TOOK_OVER);
                    one.goOn();
                    one.await(() -> one.err().contains("Process " + two.pid() + " on "));
                    assertThat(one.err()).contains(WAITS).doesNotContain(window + " is over");
                }
            }
            assertOnce(watch, List.of(window), log);
        }
    }

    @Test
    void whatCameToItsEndWhileItStoodStillItEndsWhenItGoesOn(@TempDir Path home, @TempDir Path logs)
            throws InterruptedException, IOException, LockedException {
        StatementLog log = new StatementLog(logs);
        try (PostgreSql server = log.start()) {
            Watch watch = watched(server, home);
            String window;
            try (CurfewProcess one = watch.start(EVERY)) {
                one.await(() -> isWatching(home));
                stopBetweenTwoLooks(one, watch.bench().commands().workspace());
                window = issue(watch);
                Instant endsAt = Instant.parse(watch.entries("window.opened")
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .at("/details/endsAt")
                        .asText());
                Thread.sleep(Duration.between(Instant.now(), endsAt.plusSeconds(2)));
                assertThat(log.drops(window)).as("nobody was there to end it").isZero();
                one.goOn();
                one.await(() -> isOver(one, window));
            }
            assertOnce(watch, List.of(window), log);
        }
    }

    private static Watch watched(PostgreSql server, Path home) {
        Watch watch = new Watch(JobBench.in(home));
        server.run("postgres", "CREATE ROLE porters");
        watch.bench().connect(server);
        return watch;
    }

    private static String issue(Watch watch) {
        Path home = watch.bench().home();
        return watch.issue(ROLE, "1m", home.resolve("issued-" + System.nanoTime()));
    }

    private static boolean isWatching(Path home) {
        return home.resolve("workspace").resolve("curfew.lease").toFile().exists();
    }

    /// While nobody has the workspace: a process that stands still with it open keeps it.
    private static void stopBetweenTwoLooks(CurfewProcess process, Path workspace)
            throws IOException, InterruptedException {
        while (true) {
            try (FolderLock _ = FolderLock.acquire(workspace, Instant.now())) {
                process.standStill();
                return;
            } catch (LockedException _) {
                Thread.sleep(Duration.ofMillis(20));
            }
        }
    }

    private static CurfewProcess successor(CurfewProcess killed, CurfewProcess one, CurfewProcess other)
            throws InterruptedException {
        Instant at = Instant.now();
        killed.kill();
        killed.exitCode();
        one.await(() -> one.err().contains(TOOK_OVER) || other.err().contains(TOOK_OVER));
        System.out.printf(
                "took over after %d ms%n", Duration.between(at, Instant.now()).toMillis());
        assertThat(Duration.between(at, Instant.now()))
                .as("long before the lease of a process elsewhere would be over")
                .isLessThan(Duration.ofSeconds(25));
        return one.err().contains(TOOK_OVER) ? one : other;
    }

    private static boolean isOver(CurfewProcess watch, String window) {
        return watch.err().contains(window + " is over");
    }

    private static void assertOnce(Watch watch, List<String> windows, StatementLog log) {
        assertThat(watch.entries("window.closed")
                        .map(entry -> entry.at("/details/window").asText()))
                .containsExactlyInAnyOrderElementsOf(windows);
        windows.forEach(window -> assertThat(log.drops(window)).as(window).isOne());
        for (JsonNode window : watch.bench().commands().json("windows").items()) {
            assertThat(window.path("end").asText()).isEqualTo("EXPIRED");
            assertThat(Instant.parse(window.path("endedAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(window.path("endsAt").asText()));
        }
        assertThat(watch.bench().commands().json("ledger", "verify").exitCode()).isZero();
    }
}
