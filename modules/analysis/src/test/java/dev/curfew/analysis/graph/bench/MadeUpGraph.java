package dev.curfew.analysis.graph.bench;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.ArcsBuilder;
import java.util.Random;

/// A graph of a large estate's shape, from a seed: a third of the nodes are credentials, a third identities, a third
/// resources. An identity becomes others of its own team, and some of other teams, never of one that is later in the
/// order: so the last reach nearly everything and the first little. The rest of the edges are to resources. One edge
/// in ten is conditional, one in fifty unknown.
final class MadeUpGraph {
    private static final int TEAM = 50;

    private MadeUpGraph() {}

    static Arcs of(int nodes, int edges, long seed) {
        Random random = new Random(seed);
        int third = nodes / 3;
        ArcsBuilder arcs = new ArcsBuilder(nodes);
        for (int credential = 0; credential < third; credential++) {
            arcs.add(credential, third + credential, 0);
        }
        for (int i = third; i < edges; i++) {
            int identity = random.nextInt(third);
            arcs.add(third + identity, head(identity, third, nodes, random), ofClass(random));
        }
        return arcs.build().arcs();
    }

    private static int head(int identity, int third, int nodes, Random random) {
        if (random.nextInt(4) != 0) {
            return 2 * third + random.nextInt(nodes - 2 * third);
        }
        if (random.nextInt(5) == 0) {
            return third + random.nextInt(identity + 1);
        }
        return third + Math.min(third - 1, identity / TEAM * TEAM + random.nextInt(TEAM));
    }

    private static int ofClass(Random random) {
        int at = random.nextInt(50);
        return at == 0 ? 2 : at <= 5 ? 1 : 0;
    }
}
