package dev.curfew.app.console.bench;

import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.drawing.Sketches;
import dev.curfew.app.console.screen.blastradius.drawing.pane.GraphPane;
import dev.curfew.app.console.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Moves a large drawing in a real window, and tells how long the frames took: `DrawingBench [ELEMENTS] [FRAMES]`, with
/// a DISPLAY. With `-Djavafx.animation.fullspeed=true` a frame follows as soon as the one before is on the screen, so
/// that the time between two is what one costs; without, it is at least 16.7 ms, and late where it is more.
public final class DrawingBench {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 740;
    private static final int WARM_AFTER = 120;
    private static final double ASIDE_PIXELS = 14;
    private static final double STEP = 1.04;
    private static final double FRAME_MILLIS = 16.7;

    /// What a person does, a frame at a time.
    private interface Movement {
        void frame(GraphPane pane, int frame);
    }

    private DrawingBench() {}

    private static final class Listening implements GraphPane.Listener {
        @Override
        public void chosen(SketchNode node) {}

        @Override
        public void chosen(SketchEdge edge) {}

        @Override
        public void open(SketchNode fold) {}

        @Override
        public void close(String fold) {}
    }

    public static void main(String... arguments) throws Exception {
        int elements = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
        Sketch sketch = Sketches.of(elements / 2, 7);
        Drawing drawing = new LayeredLayout().of(sketch);
        System.out.printf(
                "%d boxes and %d lines%n",
                drawing.boxes().size(), drawing.lines().size());
        GraphPane pane = FxThread.call(() -> open(drawing));
        run("panned, legible", pane, frames, DrawingBench::pan);
        FxThread.run(pane::fit);
        Thread.sleep(1_000);
        run("panned, all in sight", pane, frames, DrawingBench::pan);
        FxThread.run(pane::fit);
        Thread.sleep(1_000);
        run("zoomed in and out", pane, frames, DrawingBench::zoom);
        System.exit(0);
    }

    private static GraphPane open(Drawing drawing) {
        GraphPane pane = new GraphPane(new Listening());
        Scene scene = new Scene(new StackPane(pane), WIDTH, HEIGHT);
        new Theme().dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        pane.show(drawing);
        return pane;
    }

    /// To and fro in a wide loop, as fast as a hand drags.
    private static void pan(GraphPane pane, int frame) {
        double angle = frame / 40.0;
        pane.pan(ASIDE_PIXELS * Math.cos(angle), ASIDE_PIXELS * Math.sin(angle));
    }

    /// In for two thirds of a second, a rest, out again, a rest: at each rest it is painted anew.
    private static void zoom(GraphPane pane, int frame) {
        boolean in = Math.floorDiv(frame, 80) % 2 == 0;
        if (Math.floorMod(frame, 80) < 40) {
            pane.zoomAt(in ? STEP : 1 / STEP, WIDTH / 2.0, HEIGHT / 2.0);
        }
    }

    /// What the two threads that draw have used so far, in nanoseconds of processor time.
    private record Used(long clock, long screen, long renderer) {
        static Used now(long screenThread, long rendererThread) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return new Used(
                    System.nanoTime(),
                    threads.getThreadCpuTime(screenThread),
                    threads.getThreadCpuTime(rendererThread));
        }
    }

    private static long thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .findFirst()
                .orElseThrow()
                .threadId();
    }

    private static void run(String what, GraphPane pane, int frames, Movement movement) throws InterruptedException {
        List<Used> times = new ArrayList<>();
        long screen = thread("JavaFX Application Thread");
        long renderer = thread("QuantumRenderer");
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private int frame = -WARM_AFTER;

            @Override
            public void handle(long now) {
                times.add(Used.now(screen, renderer));
                movement.frame(pane, frame++);
                if (frame == frames) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        done.await();
        print(what, times.subList(WARM_AFTER, times.size()));
    }

    private static void print(String what, List<Used> times) {
        System.out.println(what);
        double[] elapsed = new double[times.size() - 1];
        double[] used = new double[elapsed.length];
        double[] slower = new double[elapsed.length];
        for (int i = 0; i < elapsed.length; i++) {
            Used from = times.get(i);
            Used to = times.get(i + 1);
            elapsed[i] = (to.clock() - from.clock()) / 1e6;
            used[i] = (to.screen() - from.screen() + to.renderer() - from.renderer()) / 1e6;
            slower[i] = Math.max(to.screen() - from.screen(), to.renderer() - from.renderer()) / 1e6;
        }
        print("elapsed", elapsed);
        print("processor, both threads", used);
        print("processor, the busier thread", slower);
    }

    private static void print(String what, double... millis) {
        Arrays.sort(millis);
        long within = Arrays.stream(millis).filter(it -> it <= FRAME_MILLIS).count();
        System.out.printf(
                "  %s: %.1f %% of frames within 16.7 ms; median %.1f, 95 %% below %.1f, most %.1f%n",
                what,
                100.0 * within / millis.length,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length - 1]);
    }
}
