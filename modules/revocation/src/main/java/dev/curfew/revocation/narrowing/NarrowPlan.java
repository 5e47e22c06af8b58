package dev.curfew.revocation.narrowing;

import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.MeasuredUse;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What narrowing a policy would do, before anything is done.
///
/// @param prior how it stands now
/// @param holders who holds it, directly or by somebody they stand for
/// @param from from when on its use was measured
/// @param reachBefore how many things a holder of nothing else reaches now
/// @param reachAfter how many afterwards
/// @param out those that go out of reach
public record NarrowPlan(
        PolicyId policy,
        PolicyText prior,
        Narrowed.Narrower narrower,
        MeasuredUse use,
        List<EntityId> holders,
        Instant from,
        long reachBefore,
        long reachAfter,
        List<EntityId> out) {
    /// Enough to tell two plans apart by eye.
    private static final int DIGEST = 12;

    public NarrowPlan {
        holders = List.copyOf(holders);
        out = List.copyOf(out);
    }

    /// Stands for exactly these two texts.
    public String digest() {
        return Sha256.ofJson(Map.of("prior", prior.text(), "text", narrower.text()))
                .substring(0, DIGEST);
    }
}
