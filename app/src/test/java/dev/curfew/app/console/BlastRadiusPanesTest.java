package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How the screen divides its room, with frames between a person's steps as in a window.
class BlastRadiusPanesTest {

    private static final int FRAMES = 3;

    @SuppressWarnings("NullAway") // there before any test
    private static SampleWorkspace workspace;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    @Test
    void theDrawingKeepsHalfOfItsHeightWhenAPathOpensAndGetsItBackWhenItCloses() throws Exception {
        ShellBench bench = FxThread.call(() -> new ShellBench(
                workspace.desk(),
                new Theme(),
                () -> SampleWorkspace.NOW,
                Destination.of(Place.BLAST_RADIUS, Story.CI_ROLE)));
        try {
            frames();
            double whole = height(bench, "#reach-graph");
            FxThread.run(() -> list(bench).getSelectionModel().select(4));
            frames();

            assertThat(height(bench, "#reach-graph")).isBetween(0.3 * whole, 0.7 * whole);
            assertThat(height(bench, "#path-pane")).isBetween(0.3 * whole, 0.7 * whole);

            FxThread.run(() -> list(bench).getSelectionModel().select(7));
            frames();
            assertThat(height(bench, "#reach-graph")).isBetween(0.3 * whole, 0.7 * whole);

            FxThread.run(() -> new Hands(bench).key(".shell", javafx.scene.input.KeyCode.F8));
            frames();
            assertThat(height(bench, "#reach-graph")).isGreaterThan(0.95 * whole);
        } finally {
            FxThread.run(bench::close);
        }
    }

    private static ListView<?> list(ShellBench bench) {
        return (ListView<?>) bench.find("#reach-list");
    }

    private static double height(ShellBench bench, String selector) throws Exception {
        return FxThread.call(() -> {
            Node node = bench.find(selector);
            return node.getLayoutBounds().getHeight();
        });
    }

    /// Waits until some have been drawn.
    private static void frames() throws Exception {
        CountDownLatch drawn = new CountDownLatch(FRAMES);
        FxThread.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
