package dev.curfew.app.console.bench;

import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.drawing.Sketches;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// How long it takes to lay a drawing out: `LayoutBench [NODES] [TIMES]`. The thread's own processor time, beside it
/// what elapsed.
public final class LayoutBench {
    private static final int WARM_AFTER = 20;

    private LayoutBench() {}

    public static void main(String... arguments) throws InterruptedException {
        int nodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 150;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        LayeredLayout layout = new LayeredLayout();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] processor = new double[times];
        double[] elapsed = new double[times];
        for (int i = -WARM_AFTER; i < times; i++) {
            Sketch sketch = Sketches.of(nodes, i);
            long before = threads.getCurrentThreadCpuTime();
            long clock = System.nanoTime();
            layout.of(sketch);
            double millis = (threads.getCurrentThreadCpuTime() - before) / 1e6;
            if (i == -WARM_AFTER) {
                System.out.printf("first: %.0f ms of processor%n", millis);
            } else if (i >= 0) {
                processor[i] = millis;
                elapsed[i] = (System.nanoTime() - clock) / 1e6;
            }
        }
        print(nodes + " nodes, processor", processor);
        print(nodes + " nodes, elapsed", elapsed);
    }

    private static void print(String what, double... millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: median %.1f ms, 95 %% below %.1f ms, most %.1f ms%n",
                what, millis[millis.length / 2], millis[millis.length * 95 / 100], millis[millis.length - 1]);
    }
}
