package dev.curfew.analysis.graph.kept;

import dev.curfew.model.evaluation.Evaluation;

/// The kinds of answer, by name.
enum DecisionKind {
    ALLOWED,
    CONDITIONAL,
    UNKNOWN,
    EXPLICITLY_DENIED,
    IMPLICITLY_DENIED;

    static DecisionKind of(Evaluation decision) {
        return switch (decision) {
            case Evaluation.Allowed _ -> ALLOWED;
            case Evaluation.Conditional _ -> CONDITIONAL;
            case Evaluation.Unknown _ -> UNKNOWN;
            case Evaluation.ExplicitlyDenied _ -> EXPLICITLY_DENIED;
            case Evaluation.ImplicitlyDenied _ -> IMPLICITLY_DENIED;
        };
    }
}
