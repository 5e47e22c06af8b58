package dev.curfew.analysis.graph.bench;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.choke.ChokePoints;
import dev.curfew.analysis.graph.rank.ReachWeights;
import dev.curfew.analysis.graph.search.ShortestWays;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.analysis.graph.way.Ways;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/// Times the graph's questions on made-up graphs, beside a bare breadth-first search over the same arrays in the same
/// run.
///
/// Arguments: nodes, edges, and `norank` to leave ranking out.
public final class GraphBench {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final int SAMPLE = 200;
    private static final int STARTS = 10;

    /// Of a larger graph fewer questions are asked.
    private static final int EDGES_ASKED_IN_FULL = 1_000_000;

    private static final long SEED = 7;

    private GraphBench() {}

    public static void main(String... arguments) {
        int nodes = Integer.parseInt(arguments[0]);
        int edges = Integer.parseInt(arguments[1]);
        long begin = System.nanoTime();
        Arcs arcs = MadeUpGraph.of(nodes, edges, SEED);
        Arcs backward = arcs.reversed();
        System.out.printf("%,d nodes, %,d edges, packed both ways in %,d ms%n", nodes, edges, millis(begin));
        memory();
        int share = Math.max(1, edges / EDGES_ASKED_IN_FULL);
        int[] starts = widest(arcs, new Random(SEED), share);
        System.out.printf(
                "  the widest of a sample reach %,d%n",
                Spread.of(arcs, 2, starts[0]).size());
        Times bare = new Times("bare breadth-first search", start -> bare(arcs, start));
        Times radius = new Times("blast radius with certainty", start -> Spread.of(arcs, 2, start));
        int warmUp = WARM_UP / share;
        for (int i = 0; i < warmUp + ROUNDS / share; i++) {
            bare.run(starts[i % starts.length], i >= warmUp);
            radius.run(starts[i % starts.length], i >= warmUp);
        }
        bare.print();
        radius.print();
        System.out.printf(
                "  ratio of medians %.2f, of minima %.2f%n",
                radius.median() / bare.median(), radius.min() / bare.min());
        time("blast radius with shortest ways", start -> ShortestWays.of(arcs, backward, 2, start), starts);
        time("who reaches", start -> ShortestWays.of(backward, arcs, 2, 2 * (nodes / 3) + start % (nodes / 3)), starts);
        Ways ways = new Ways(arcs, backward, 2);
        time("10 shortest paths", start -> ways.shortest(start, nodes - 1, 10), starts);
        time("choke points", start -> ChokePoints.of(arcs, backward, 2, _ -> 1, start), starts);
        if (arguments.length < 3) {
            rank(arcs);
        }
        memory();
    }

    private static void rank(Arcs arcs) {
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            long cpu = cpu();
            long sum = Arrays.stream(ReachWeights.of(arcs, 1, node -> 1 + node % 3))
                    .sum();
            System.out.printf(
                    "%-34s %,d ms elapsed, %,d ms of processor (sum %,d)%n",
                    "ranking of all", millis(begin), (cpu() - cpu) / 1_000_000, sum);
        }
    }

    /// Those of a sample of credentials that reach most.
    private static int[] widest(Arcs arcs, Random random, int share) {
        Map<Integer, Integer> sizes = new HashMap<>();
        random.ints(SAMPLE / share, 0, arcs.nodes() / 3)
                .forEach(start -> sizes.computeIfAbsent(
                        start, _ -> Spread.of(arcs, 2, start).size()));
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(Math.max(2, STARTS / share))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int bare(Arcs arcs, int start) {
        boolean[] seen = new boolean[arcs.nodes()];
        int[] queue = new int[arcs.nodes()];
        seen[start] = true;
        queue[0] = start;
        int found = 1;
        for (int i = 0; i < found; i++) {
            int end = arcs.end(queue[i], 2);
            for (int arc = arcs.first(queue[i]); arc < end; arc++) {
                int head = arcs.head(arc);
                if (!seen[head]) {
                    seen[head] = true;
                    queue[found] = head;
                    found++;
                }
            }
        }
        return found;
    }

    private static void time(String what, IntConsumer question, int... starts) {
        Times times = new Times(what, question);
        for (int i = 0; i < 2 * starts.length; i++) {
            times.run(starts[i % starts.length], i >= starts.length);
        }
        times.print();
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("  heap in use %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    }
}
