package dev.curfew.revocation.plan;

import dev.curfew.revocation.choice.Extent;
import java.util.List;

/// What an officer wants revoked.
///
/// @param targets ids of credentials, or of identities for all their credentials: `<source>:<native id>`, or a bare
///     native id where it is unambiguous
/// @param reason why, in the officer's words
/// @param acts codes: nothing else is done; empty: all that the extent has
public record PlanOrder(List<String> targets, Extent extent, String reason, List<String> acts)
        implements RevocationOrder {
    /// Under which the preview keeps the acts.
    static final String KEPT = "acts";

    public PlanOrder {
        targets = List.copyOf(targets);
        acts = List.copyOf(acts);
    }

    public PlanOrder(List<String> targets, Extent extent, String reason) {
        this(targets, extent, reason, List.of());
    }
}
