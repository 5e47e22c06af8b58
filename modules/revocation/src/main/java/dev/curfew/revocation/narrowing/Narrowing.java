package dev.curfew.revocation.narrowing;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A policy that is narrowed.
///
/// @param officer who decided on it last
/// @param prior how the policy stood before: the way back
/// @param text the narrower one
/// @param left what it leaves of each statement that it cuts
/// @param from from when on the use was measured, and until when
/// @param due before when it is not to be written; empty where no notice was given
/// @param at when it came to this stage
/// @param said the newest thing that the source answered
public record Narrowing(
        String id,
        String officer,
        String reason,
        PolicyId policy,
        PolicyText prior,
        String text,
        Set<String> left,
        String from,
        String until,
        Optional<Instant> due,
        NarrowStage stage,
        Instant at,
        String said) {
    public Narrowing {
        left = Set.copyOf(left);
    }
}
