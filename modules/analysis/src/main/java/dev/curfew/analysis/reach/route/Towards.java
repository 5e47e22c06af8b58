package dev.curfew.analysis.reach.route;

import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The single steps to some targets, of whoever can have any. Safe for use by many threads.
public final class Towards {
    private final Set<EntityId> targets;
    private final List<Leading> leading;

    private Towards(Set<EntityId> targets, List<Leading> leading) {
        this.targets = targets;
        this.leading = leading;
    }

    public static Towards of(List<Routes> routes, Set<EntityId> targets) {
        List<Leading> leading = new ArrayList<>();
        routes.forEach(each -> each.leadingTo(targets).ifPresent(leading::add));
        return new Towards(Set.copyOf(targets), leading);
    }

    /// Whether there can be one. Takes far less than to look for it.
    public boolean isPossible(EntityId from) {
        for (Leading each : leading) {
            if (each.whom().test(from)) {
                return true;
            }
        }
        return false;
    }

    /// Every one, none left out for another that leads there too.
    public List<Route> of(EntityId from) {
        List<Route> steps = new ArrayList<>();
        for (Leading each : leading) {
            if (each.whom().test(from)) {
                each.routes().from(from, target -> !targets.contains(target), steps::add);
            }
        }
        steps.removeIf(step -> !targets.contains(step.target()));
        return steps;
    }
}
