package dev.curfew.analysis.reach.federation;

import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A provider whose identities let in whoever has the right token. Safe for use by many threads.
public interface Trusting {

    /// Whom the token becomes.
    ///
    /// @param settled as in [dev.curfew.analysis.reach.route.Routes]
    void letIn(Token token, Predicate<EntityId> settled, Consumer<Route> found);

    /// The subjects whose tokens could become one of these: never too few. Empty where nobody's can.
    Optional<Predicate<String>> lettingInto(Set<EntityId> targets);

    /// Everybody who is let in, as far as it is said who that is.
    Collection<Subject> subjects();
}
