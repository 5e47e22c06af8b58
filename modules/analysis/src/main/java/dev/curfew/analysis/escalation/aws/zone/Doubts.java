package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.account.Level;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/// What three values leave open is put to the evaluator, which knows what hangs together: a condition and its opposite
/// leave nothing open. It is asked once for all things of which the same is said.
final class Doubts {
    private final Zone answered;

    /// Sets of things of which the same is said. There are few, for few statements are about one action: to part them
    /// takes whole words of the sets, where one thing after another took most of the time of a large account.
    private List<BitSet> classes;

    Doubts(Zone answered) {
        BitSet doubtful = (BitSet) answered.any().clone();
        doubtful.andNot(answered.certain());
        this.answered = answered;
        this.classes = doubtful.isEmpty() ? List.of() : List.of(doubtful);
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    /// Of which another thing is said is another class.
    Doubts split(List<Zone> said) {
        for (Zone zone : said) {
            split(zone.any());
            if (!zone.isSure()) {
                split(zone.certain());
            }
        }
        return this;
    }

    private void split(BitSet set) {
        List<BitSet> parts = new ArrayList<>(classes.size() + 1);
        for (BitSet each : classes) {
            BitSet inside = (BitSet) each.clone();
            inside.and(set);
            if (inside.isEmpty() || inside.equals(each)) {
                parts.add(each);
            } else {
                BitSet outside = (BitSet) each.clone();
                outside.andNot(set);
                parts.add(inside);
                parts.add(outside);
            }
        }
        classes = parts;
    }

    /// @param kind things of different kinds are different classes
    Doubts split(IntUnaryOperator kind) {
        List<BitSet> parts = new ArrayList<>(classes.size());
        for (BitSet each : classes) {
            Map<Integer, BitSet> byKind = new LinkedHashMap<>();
            each.stream()
                    .forEach(number -> byKind.computeIfAbsent(kind.applyAsInt(number), _ -> new BitSet())
                            .set(number));
            parts.addAll(byKind.values());
        }
        classes = parts;
        return this;
    }

    /// @param ask the evaluator's answer about one thing
    Zone settle(IntFunction<Level> ask) {
        BitSet certain = (BitSet) answered.certain().clone();
        BitSet any = (BitSet) answered.any().clone();
        for (BitSet each : classes) {
            switch (ask.apply(each.nextSetBit(0))) {
                case CERTAIN -> certain.or(each);
                case POSSIBLE -> {}
                case NO -> any.andNot(each);
            }
        }
        return certain.equals(any) ? Zone.of(any) : new Zone(certain, any);
    }
}
