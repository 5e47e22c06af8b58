package dev.curfew.revocation.plan;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.choice.Extent;
import java.util.List;
import java.util.Map;

/// What an officer wants revoked.
public sealed interface RevocationOrder permits PlanOrder, KillOrder {
    Extent extent();

    /// Why, in the officer's words.
    String reason();

    /// The order that a plan was made from, as the plan itself tells: made again, it names the same things.
    static RevocationOrder of(RevocationPlan plan) {
        Extent extent = Extent.valueOf(String.valueOf(plan.preview().get("extent")));
        return plan.preview().get(KillOrder.KEPT) instanceof Map<?, ?> kept
                ? KillOrder.of(kept, extent, plan.reason())
                : new PlanOrder(credentials(plan), extent, plan.reason(), acts(plan));
    }

    private static List<String> acts(RevocationPlan plan) {
        return plan.preview().get(PlanOrder.KEPT) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<String> credentials(RevocationPlan plan) {
        return plan.steps().stream()
                .map(step -> step.credential().text())
                .distinct()
                .toList();
    }
}
