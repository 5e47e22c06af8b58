package dev.curfew.governance.policy;

import java.util.List;

/// What the policies say to one question. The set is complete.
public sealed interface PolicyDecision {
    /// Ids of the policies that decided it.
    List<String> by();

    /// It may be issued now.
    record Allowed(List<String> by) implements PolicyDecision {
        public Allowed {
            by = List.copyOf(by);
        }
    }

    /// It may be issued once these have signed.
    ///
    /// @param missing what is not there yet; one for each role; one signature may serve several
    record NeedsSignatures(List<String> by, List<Requirement> missing) implements PolicyDecision {
        public NeedsSignatures {
            by = List.copyOf(by);
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("somebody has to sign");
            }
        }
    }

    /// It may not be issued, whoever signs.
    record Refused(Why why, List<String> by, List<String> faults) implements PolicyDecision {
        public Refused {
            by = List.copyOf(by);
            faults = List.copyOf(faults);
        }
    }

    /// Why nobody's signature helps.
    enum Why {
        /// A policy forbids it.
        FORBIDDEN,
        /// No policy permits it.
        NOT_PERMITTED,
        /// A policy that may forbid it could not be evaluated; what it would have said is not known.
        NOT_DECIDABLE
    }
}
