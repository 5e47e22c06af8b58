package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What is in things of one sort, for whoever reads them or runs code in them. Safe for use by many threads.
public interface Inside {

    /// The routes that begin at the thing.
    List<Route> of(ResourceId thing);

    /// On what else than the thing itself these hang.
    Set<EntityId> hangsOn(ResourceId thing);

    /// Everything that could have something inside.
    Collection<ResourceId> things();
}
