package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.account.Level;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// What three values leave open is put to the evaluator, which knows what hangs together: a condition and its opposite
/// leave nothing open. It is asked once for all things of which the same is said.
final class Doubts {
    private final Zone answered;
    private final int[] open;
    private final int[] classes;

    Doubts(Zone answered) {
        BitSet doubtful = (BitSet) answered.any().clone();
        doubtful.andNot(answered.certain());
        this.answered = answered;
        this.open = doubtful.stream().toArray();
        this.classes = new int[open.length];
    }

    boolean isEmpty() {
        return open.length == 0;
    }

    /// Of which another thing is said is another class.
    Doubts split(List<Zone> said) {
        for (Zone zone : said) {
            split(number -> zone.level(number));
        }
        return this;
    }

    Doubts split(IntFunction<Object> kind) {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < open.length; i++) {
            int next = numbers.size();
            classes[i] = numbers.computeIfAbsent(Arrays.asList(classes[i], kind.apply(open[i])), _ -> next);
        }
        return this;
    }

    /// @param ask the evaluator's answer about one thing
    Zone settle(IntFunction<Level> ask) {
        Map<Integer, Level> levels = new HashMap<>();
        BitSet certain = (BitSet) answered.certain().clone();
        BitSet any = (BitSet) answered.any().clone();
        for (int i = 0; i < open.length; i++) {
            int number = open[i];
            Level known = levels.get(classes[i]);
            Level level = known == null ? ask.apply(number) : known;
            levels.put(classes[i], level);
            certain.set(number, level == Level.CERTAIN);
            any.set(number, level != Level.NO);
        }
        return new Zone(certain, any);
    }
}
