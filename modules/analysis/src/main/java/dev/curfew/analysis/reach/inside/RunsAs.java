package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Workloads that say themselves whom they run as: functions, instances, builds.
public final class RunsAs implements Inside {
    /// Names the identity: by its ARN, or by `<source>:<native id>`.
    public static final String NAMED = "curfew:runs-as";

    private final Map<ResourceId, List<Route>> routes = new LinkedHashMap<>();

    public RunsAs(SnapshotIndex index) {
        for (Resource resource : index.snapshot().resources()) {
            String named = resource.tags().getOrDefault(NAMED, "");
            List<IdentityId> whom = named.isEmpty()
                    ? List.of()
                    : index.resolve(named).stream()
                            .filter(IdentityId.class::isInstance)
                            .map(IdentityId.class::cast)
                            .toList();
            if (!whom.isEmpty()) {
                routes.put(
                        resource.id(),
                        whom.stream().map(id -> route(resource.id(), id)).toList());
            }
        }
    }

    private static Route route(ResourceId workload, IdentityId whom) {
        return new Route(
                whom,
                List.of(new Hop(
                        workload, whom, HopKind.RUNS_AS, "", Decisions.given(workload.nativeId(), whom.nativeId()))));
    }

    @Override
    public List<Route> of(ResourceId thing) {
        return routes.getOrDefault(thing, List.of());
    }

    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        return Set.of();
    }

    @Override
    public Collection<ResourceId> things() {
        return routes.keySet();
    }
}
