package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.ArcsBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// A small graph as a list of edges, and plain recursive answers to what the fast algorithms are asked.
public record NaiveGraph(int nodes, List<Line> lines) {

    /// @param ofClass 0, 1 or 2
    public record Line(int from, int to, int ofClass) {}

    public NaiveGraph {
        lines = List.copyOf(lines);
    }

    /// Few nodes, so that cycles, parallel edges, loops and unreached parts are common.
    public static NaiveGraph random(long seed, int nodesMax, int edgesPerNodeMax) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(nodesMax);
        int edges = random.nextInt(nodes * edgesPerNodeMax + 1);
        int classes = 1 + random.nextInt(Arcs.CLASSES);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            lines.add(new Line(random.nextInt(nodes), random.nextInt(nodes), random.nextInt(classes)));
        }
        return new NaiveGraph(nodes, lines);
    }

    public Arcs arcs() {
        ArcsBuilder builder = new ArcsBuilder(nodes);
        lines.forEach(line -> builder.add(line.from(), line.to(), line.ofClass()));
        return builder.build().arcs();
    }

    /// The same edges in another order.
    public NaiveGraph shuffled(long seed) {
        List<Line> other = new ArrayList<>(lines);
        Collections.shuffle(other, new Random(seed));
        return new NaiveGraph(nodes, other);
    }

    public NaiveGraph without(Line line) {
        List<Line> rest = new ArrayList<>(lines);
        rest.remove(line);
        return new NaiveGraph(nodes, rest);
    }

    public Set<Integer> reached(Set<Integer> starts, int upTo) {
        Set<Integer> seen = new HashSet<>();
        starts.forEach(start -> visit(start, upTo, seen));
        return seen;
    }

    private void visit(int node, int upTo, Set<Integer> seen) {
        if (seen.add(node)) {
            for (Line line : lines) {
                if (line.from() == node && line.ofClass() <= upTo) {
                    visit(line.to(), upTo, seen);
                }
            }
        }
    }

    /// Every way that meets no node twice, as edges.
    public List<List<Line>> ways(int from, int to, int upTo) {
        List<List<Line>> ways = new ArrayList<>();
        walk(from, to, upTo, new ArrayList<>(), new HashSet<>(), ways::add);
        return ways;
    }

    private void walk(int at, int to, int upTo, List<Line> way, Set<Integer> seen, Consumer<List<Line>> found) {
        if (at == to) {
            found.accept(List.copyOf(way));
            return;
        }
        seen.add(at);
        for (Line line : lines) {
            if (line.from() == at && line.ofClass() <= upTo && !seen.contains(line.to())) {
                way.add(line);
                walk(line.to(), to, upTo, way, seen, found);
                way.removeLast();
            }
        }
        seen.remove(at);
    }
}
