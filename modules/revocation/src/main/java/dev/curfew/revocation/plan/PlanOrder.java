package dev.curfew.revocation.plan;

import dev.curfew.revocation.choice.Extent;
import java.util.List;

/// What an officer wants revoked.
///
/// @param targets ids of credentials, or of identities for all their credentials: `<source>:<native id>`, or a bare
///     native id where it is unambiguous
/// @param reason why, in the officer's words
public record PlanOrder(List<String> targets, Extent extent, String reason) implements RevocationOrder {
    public PlanOrder {
        targets = List.copyOf(targets);
    }
}
