package dev.curfew.analysis.reach;

import dev.curfew.model.evaluation.Evaluation;

/// What an evaluation means for a hop.
final class Certainties {
    private Certainties() {}

    /// @throws IllegalArgumentException for a denial: a denied step is no hop
    static Certainty of(Evaluation decision) {
        return switch (decision) {
            case Evaluation.Allowed _ -> Certainty.CERTAIN;
            case Evaluation.Conditional _ -> Certainty.CONDITIONAL;
            case Evaluation.Unknown _ -> Certainty.UNKNOWN;
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ ->
                throw new IllegalArgumentException("a denied step is no hop");
        };
    }
}
