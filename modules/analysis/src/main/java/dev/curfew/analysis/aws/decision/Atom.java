package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.condition.RequestContext;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// One part of a statement that hangs on what is not known: a condition, what it says of the resource, or whether it
/// speaks to whoever asks.
final class Atom {
    private final Predicate<RequestContext> holds;
    private final List<Unknown> unknowns;
    private BitSet table = new BitSet();

    /// @param holds whether it holds for a request that is known; for what nobody can decide, for nothing
    Atom(Predicate<RequestContext> holds, List<Unknown> unknowns) {
        this.holds = holds;
        this.unknowns = unknowns;
    }

    List<Unknown> unknowns() {
        return unknowns;
    }

    int size() {
        int size = 1;
        for (Unknown unknown : unknowns) {
            size = Math.multiplyExact(size, unknown.size());
        }
        return size;
    }

    /// Tries every choice.
    void tabulate(RequestContext context) {
        table = new BitSet();
        int size = size();
        for (int row = 0; row < size; row++) {
            table.set(row, holds(context, row));
        }
    }

    private boolean holds(RequestContext context, int row) {
        Map<String, List<String>> known = new HashMap<>();
        int rest = row;
        for (Unknown unknown : unknowns) {
            List<String> choice = unknown.choice(rest % unknown.size());
            rest /= unknown.size();
            if (!unknown.isKey()) {
                return !choice.isEmpty();
            }
            if (!choice.isEmpty()) {
                known.put(unknown.key(), choice);
            }
        }
        return holds.test(known.isEmpty() ? context : context.with(known));
    }

    /// What it says for one choice of an unknown, whatever the others are.
    BitSet slice(Unknown unknown, int choice) {
        BitSet slice = new BitSet();
        int stride = stride(unknown);
        int size = size();
        int at = 0;
        for (int row = 0; row < size; row++) {
            if (row / stride % unknown.size() == choice) {
                slice.set(at++, table.get(row));
            }
        }
        return slice;
    }

    private int stride(Unknown unknown) {
        int stride = 1;
        for (Unknown each : unknowns) {
            if (each == unknown) {
                return stride;
            }
            stride *= each.size();
        }
        return stride;
    }

    /// @param chosen the number of each unknown's choice
    boolean holds(Map<Unknown, Integer> chosen) {
        int row = 0;
        int stride = 1;
        for (Unknown unknown : unknowns) {
            row += chosen.getOrDefault(unknown, 0) * stride;
            stride *= unknown.size();
        }
        return table.get(row);
    }
}
