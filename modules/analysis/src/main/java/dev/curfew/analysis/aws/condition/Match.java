package dev.curfew.analysis.aws.condition;

import java.util.Set;
import java.util.TreeSet;

/// Whether something applies: yes, no, or it depends.
///
/// @param truth what is known
/// @param dependsOn the context keys it depends on; only for `MAYBE`
/// @param unhandled what is not understood and could change the answer; only for `MAYBE`
public record Match(Truth truth, Set<String> dependsOn, Set<String> unhandled) {

    /// The three answers.
    public enum Truth {
        NO,
        MAYBE,
        YES
    }

    public static final Match YES = new Match(Truth.YES, Set.of(), Set.of());
    public static final Match NO = new Match(Truth.NO, Set.of(), Set.of());

    public static Match of(boolean holds) {
        return holds ? YES : NO;
    }

    public static Match dependsOn(String key) {
        return new Match(Truth.MAYBE, Set.of(key), Set.of());
    }

    public static Match unhandled(String what) {
        return new Match(Truth.MAYBE, Set.of(), Set.of(what));
    }

    public boolean isYes() {
        return truth == Truth.YES;
    }

    public boolean isNo() {
        return truth == Truth.NO;
    }

    public Match and(Match other) {
        if (isNo() || other.isNo()) {
            return NO;
        }
        return isYes() ? other : other.isYes() ? this : both(other);
    }

    public Match or(Match other) {
        if (isYes() || other.isYes()) {
            return YES;
        }
        return isNo() ? other : other.isNo() ? this : both(other);
    }

    public Match not() {
        return switch (truth) {
            case YES -> NO;
            case NO -> YES;
            case MAYBE -> this;
        };
    }

    private Match both(Match other) {
        return new Match(Truth.MAYBE, union(dependsOn, other.dependsOn), union(unhandled, other.unhandled));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        if (one.containsAll(other)) {
            return one;
        }
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
