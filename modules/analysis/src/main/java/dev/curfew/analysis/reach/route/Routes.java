package dev.curfew.analysis.reach.route;

import dev.curfew.model.id.EntityId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What one provider knows of ways from a principal. Safe for use by many threads.
public interface Routes {

    /// @param from an identity, a credential, a policy (as if held by someone with nothing else), or a whole
    /// @param settled targets to which nothing better can be found; ways to them may be left out
    void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found);

    /// Whose ways could lead to one of the targets. Empty where nobody's can.
    Optional<Leading> leadingTo(Set<EntityId> targets);
}
