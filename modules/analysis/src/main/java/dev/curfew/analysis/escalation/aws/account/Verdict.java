package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of one prerequisite, or of several together.
///
/// @param needs for a person: what would have to hold; only where it is possible
/// @param statements what lets it
public record Verdict(Level level, Set<String> needs, Set<DecidingStatement> statements) {
    private static final Messages MESSAGES = Messages.of(Verdict.class);

    public static final Verdict NO = new Verdict(Level.NO, Set.of(), Set.of());
    public static final Verdict CERTAIN = new Verdict(Level.CERTAIN, Set.of(), Set.of());

    public static Verdict when(boolean holds) {
        return holds ? CERTAIN : NO;
    }

    /// @param key of the sentence that says what would have to hold
    public static Verdict possible(String key, Object... arguments) {
        return new Verdict(Level.POSSIBLE, Set.of(MESSAGES.text(key, arguments)), Set.of());
    }

    public static Verdict of(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed allowed ->
                new Verdict(Level.CERTAIN, Set.of(), new LinkedHashSet<>(allowed.decidedBy()));
            case Evaluation.Conditional conditional ->
                new Verdict(
                        Level.POSSIBLE,
                        conditions(conditional.dependsOn()),
                        new LinkedHashSet<>(conditional.decidedBy()));
            case Evaluation.Unknown unknown ->
                new Verdict(
                        Level.POSSIBLE,
                        unknown.unhandled().stream()
                                .map(what -> MESSAGES.text("need.undecided", what))
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        Set.of());
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> NO;
        };
    }

    private static Set<String> conditions(Set<String> keys) {
        return keys.stream()
                .sorted()
                .map(key -> MESSAGES.text("need.condition", ConditionKeys.written(key)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public boolean isNo() {
        return level == Level.NO;
    }

    public boolean isCertain() {
        return level == Level.CERTAIN;
    }

    /// The same without the statements that decided: for what is asked of rights that nobody has yet.
    public Verdict supposed() {
        return new Verdict(level, needs, Set.of());
    }

    /// Both have to hold.
    public Verdict and(Verdict other) {
        if (isNo() || other.isNo()) {
            return NO;
        }
        Level both = isCertain() ? other.level : level;
        return new Verdict(both, union(needs, other.needs), union(statements, other.statements));
    }

    /// Either is enough; of two that are equally good, this.
    public Verdict or(Verdict other) {
        return other.level.compareTo(level) > 0 ? other : this;
    }

    public static Verdict all(List<Verdict> verdicts) {
        return verdicts.stream().reduce(CERTAIN, Verdict::and);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (other.isEmpty()) {
            return one;
        }
        Set<T> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
