package dev.curfew.analysis.graph.rank;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// For every node the weight of all that it reaches, itself left out. Exact.
///
/// Components are columns of a reachability matrix, and rows of it are made from the sinks up: each row is handed on to
/// those whose arcs lead to it. The matrix of a large graph fits in no memory, so it is made in strips of columns, each
/// small enough for a processor's cache, on all processors; of a strip only the sums of weights are kept, and only the
/// rows are looked at that reach something in it: most things are reached by few.
public final class ReachWeights {
    /// 512 columns: one cache line a row and strip.
    private static final int WORDS = 8;

    private static final int COLUMNS = WORDS * Long.SIZE;

    private final Condensed graph;
    private final long[] weights;

    private ReachWeights(Condensed graph) {
        this.graph = graph;
        weights = new long[graph.count()];
    }

    /// @param upTo arcs of higher classes are not there
    /// @param weight of each node, not negative
    public static long[] of(Arcs arcs, int upTo, IntToLongFunction weight) {
        ReachWeights reach = new ReachWeights(Condensed.of(arcs, upTo, weight));
        reach.sum();
        long[] found = new long[arcs.nodes()];
        for (int node = 0; node < found.length; node++) {
            found[node] = reach.weights[reach.graph.componentOf(node)] - weight.applyAsLong(node);
        }
        return found;
    }

    private void sum() {
        // columns of equal weight side by side, so that most words are counted and not looked through; those of one
        // weight as they were met, so that what is near is in one strip and has the same rows
        int[] columns = IntStream.range(0, graph.count())
                .filter(component -> graph.weight(component) > 0)
                .boxed()
                .sorted(java.util.Comparator.comparingLong(graph::weight))
                .mapToInt(Integer::intValue)
                .toArray();
        int strips = (columns.length + COLUMNS - 1) / COLUMNS;
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, strips));
        IntStream.range(0, workers).parallel().forEach(worker -> {
            long[] rows = new long[graph.count() * WORDS];
            long[] sums = new long[graph.count()];
            BitSet touched = new BitSet(graph.count());
            for (int strip = worker; strip < strips; strip += workers) {
                int from = strip * COLUMNS;
                strip(Arrays.copyOfRange(columns, from, Math.min(from + COLUMNS, columns.length)), touched, rows, sums);
            }
            add(sums);
        });
    }

    private synchronized void add(long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            weights[i] += sums[i];
        }
    }

    /// @param touched none, and none again at the end; the rows are likewise all nought
    private void strip(int[] columns, BitSet touched, long[] rows, long[] sums) {
        for (int i = 0; i < columns.length; i++) {
            rows[columns[i] * WORDS + i / Long.SIZE] |= 1L << i;
            touched.set(columns[i]);
        }
        Word[] words = new Word[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = Word.of(graph, columns, i);
        }
        // whoever leads here has a higher number: the row is whole when its turn comes
        for (int component = touched.nextSetBit(0); component >= 0; component = touched.nextSetBit(component + 1)) {
            int row = component * WORDS;
            for (int arc = graph.first(component); arc < graph.end(component); arc++) {
                int tail = graph.tail(arc);
                touched.set(tail);
                for (int i = 0; i < WORDS; i++) {
                    rows[tail * WORDS + i] |= rows[row + i];
                }
            }
            for (int i = 0; i < WORDS; i++) {
                sums[component] += words[i].sum(rows[row + i]);
                rows[row + i] = 0;
            }
        }
        touched.clear();
    }

    /// The weights of 64 columns.
    private record Word(long common, java.util.List<Long> single) {

        static Word of(Condensed graph, int[] columns, int word) {
            java.util.List<Long> weights = Arrays.stream(
                            columns,
                            Math.min(word * Long.SIZE, columns.length),
                            Math.min((word + 1) * Long.SIZE, columns.length))
                    .mapToObj(graph::weight)
                    .toList();
            boolean alike = weights.stream().distinct().count() <= 1;
            return alike && !weights.isEmpty()
                    ? new Word(weights.getFirst(), java.util.List.of())
                    : new Word(0, weights);
        }

        long sum(long bits) {
            long sum = common * Long.bitCount(bits);
            if (!single.isEmpty()) {
                for (long left = bits; left != 0; left &= left - 1) {
                    sum += single.get(Long.numberOfTrailingZeros(left));
                }
            }
            return sum;
        }
    }
}
