package dev.curfew.analysis.reach;

import dev.curfew.model.evaluation.Evaluation;

/// How sure it is that a path holds, best first. A path is as sure as its least sure hop.
public enum Certainty {
    /// Every hop is allowed by what was read.
    CERTAIN,
    /// Some hop depends on request context that a snapshot does not hold.
    CONDITIONAL,
    /// Some hop depends on something that the evaluator does not handle, or that was not read.
    UNKNOWN;

    /// What an evaluation means for a hop.
    ///
    /// @throws IllegalArgumentException for a denial: a denied step is no hop
    public static Certainty of(Evaluation decision) {
        return switch (decision) {
            case Evaluation.Allowed _ -> CERTAIN;
            case Evaluation.Conditional _ -> CONDITIONAL;
            case Evaluation.Unknown _ -> UNKNOWN;
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ ->
                throw new IllegalArgumentException("a denied step is no hop");
        };
    }

    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
