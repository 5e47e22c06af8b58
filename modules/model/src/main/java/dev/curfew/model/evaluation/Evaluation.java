package dev.curfew.model.evaluation;

import java.util.List;
import java.util.Set;

/// May this principal do this action on this resource? The set is complete: switch over it without a default.
public sealed interface Evaluation {

    /// The statements that decided, in the order of the provider's evaluation.
    List<DecidingStatement> decidedBy();

    record Allowed(List<DecidingStatement> decidedBy) implements Evaluation {
        public Allowed {
            decidedBy = List.copyOf(decidedBy);
        }
    }

    /// A deny statement applies. `blockedBy` names the layers that hold one.
    record ExplicitlyDenied(List<DecidingStatement> decidedBy, Set<PolicyLayer> blockedBy) implements Evaluation {
        public ExplicitlyDenied {
            decidedBy = List.copyOf(decidedBy);
            blockedBy = Set.copyOf(blockedBy);
        }
    }

    /// Nothing denies, and `blockedBy` names the layers where nothing allows.
    record ImplicitlyDenied(Set<PolicyLayer> blockedBy) implements Evaluation {
        public ImplicitlyDenied {
            blockedBy = Set.copyOf(blockedBy);
        }

        @Override
        public List<DecidingStatement> decidedBy() {
            return List.of();
        }
    }

    /// It depends on request context that is not known: the keys are named.
    record Conditional(List<DecidingStatement> decidedBy, Set<String> dependsOn) implements Evaluation {
        public Conditional {
            decidedBy = List.copyOf(decidedBy);
            dependsOn = Set.copyOf(dependsOn);
        }
    }

    /// The evaluator does not handle an element that could change the answer: it is neither allowed nor denied.
    record Unknown(List<String> unhandled) implements Evaluation {
        public Unknown {
            unhandled = List.copyOf(unhandled);
        }

        @Override
        public List<DecidingStatement> decidedBy() {
            return List.of();
        }
    }
}
