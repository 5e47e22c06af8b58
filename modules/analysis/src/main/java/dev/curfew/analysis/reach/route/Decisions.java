package dev.curfew.analysis.reach.route;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Puts evaluations together.
public final class Decisions {
    private Decisions() {}

    /// A step that no policy decides: a membership, a login, an attachment.
    public static Evaluation given(String by, String label) {
        return new Evaluation.Allowed(List.of(DecidingStatement.given(by, label)));
    }

    public static boolean isDenied(Evaluation evaluation) {
        return evaluation instanceof Evaluation.ExplicitlyDenied || evaluation instanceof Evaluation.ImplicitlyDenied;
    }

    /// All of them are needed. The first denial where there is one, else the least sure.
    public static Evaluation all(Collection<Evaluation> needed) {
        Set<DecidingStatement> decidedBy = new LinkedHashSet<>();
        Set<String> dependsOn = new TreeSet<>();
        List<String> unhandled = new ArrayList<>();
        for (Evaluation each : needed) {
            if (isDenied(each)) {
                return each;
            }
            decidedBy.addAll(each.decidedBy());
            switch (each) {
                case Evaluation.Conditional conditional -> dependsOn.addAll(conditional.dependsOn());
                case Evaluation.Unknown unknown -> unhandled.addAll(unknown.unhandled());
                case Evaluation.Allowed _, Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> {}
            }
        }
        if (!unhandled.isEmpty()) {
            return new Evaluation.Unknown(unhandled);
        }
        return dependsOn.isEmpty()
                ? new Evaluation.Allowed(List.copyOf(decidedBy))
                : new Evaluation.Conditional(List.copyOf(decidedBy), dependsOn);
    }

    /// The same, if something else is the case besides.
    ///
    /// @param condition empty: nothing has to be
    public static Evaluation provided(Evaluation decision, String condition) {
        if (condition.isEmpty()) {
            return decision;
        }
        return switch (decision) {
            case Evaluation.Allowed allowed -> new Evaluation.Conditional(allowed.decidedBy(), Set.of(condition));
            case Evaluation.Conditional conditional -> {
                Set<String> all = new TreeSet<>(conditional.dependsOn());
                all.add(condition);
                yield new Evaluation.Conditional(conditional.decidedBy(), all);
            }
            case Evaluation.Unknown _, Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> decision;
        };
    }

    /// The surest of several, the first of them where they are alike.
    public static Evaluation best(Collection<Evaluation> choices) {
        Evaluation best = new Evaluation.ImplicitlyDenied(Set.of());
        for (Evaluation each : choices) {
            if (rank(each) < rank(best)) {
                best = each;
            }
        }
        return best;
    }

    private static int rank(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed _ -> 0;
            case Evaluation.Conditional _ -> 1;
            case Evaluation.Unknown _ -> 2;
            case Evaluation.ExplicitlyDenied _ -> 3;
            case Evaluation.ImplicitlyDenied _ -> 4;
        };
    }
}
