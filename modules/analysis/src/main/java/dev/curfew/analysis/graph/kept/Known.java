package dev.curfew.analysis.graph.kept;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// The ids that a snapshot brings along, in the order of its lists: they need not be kept.
final class Known {
    private Known() {}

    static List<EntityId> ids(Snapshot snapshot) {
        List<EntityId> ids = new ArrayList<>(snapshot.identities().size()
                + snapshot.credentials().size()
                + snapshot.policies().size()
                + snapshot.resources().size());
        snapshot.identities().stream().map(Identity::id).forEach(ids::add);
        snapshot.credentials().stream().map(Credential::id).forEach(ids::add);
        snapshot.policies().stream().map(Policy::id).forEach(ids::add);
        snapshot.resources().stream().map(Resource::id).forEach(ids::add);
        return ids;
    }
}
