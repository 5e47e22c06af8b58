package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import java.util.List;

/// What the layers of somebody's rights say of one action, about all things of a list.
///
/// @param control where the control policies of every level allow it
/// @param boundary where the permissions boundary allows it
/// @param identity where the identity policies allow it
/// @param denied where anything denies it
record Layers(Zone control, Zone boundary, Zone identity, Zone denied) {

    static Layers of(Rights rights, String action, Reader reader) {
        Zone everything = Zone.of(reader.names().all());
        Zone identity = Zone.NONE;
        Zone denied = Zone.NONE;
        for (Rights.Held held : rights.held()) {
            identity = identity.or(reader.about(held.policy().allowing(action)));
            denied = denied.or(reader.about(held.policy().denying(action)));
        }
        Zone control = everything;
        for (List<IndexedPolicy> level : rights.serviceControl()) {
            Zone allowed = Zone.NONE;
            for (IndexedPolicy policy : level) {
                allowed = allowed.or(reader.about(policy.allowing(action)));
                denied = denied.or(reader.about(policy.denying(action)));
            }
            control = control.and(allowed);
        }
        IndexedPolicy bounding = rights.boundary().map(Rights.Held::policy).orElse(null);
        return new Layers(
                control,
                bounding == null ? everything : reader.about(bounding.allowing(action)),
                identity,
                bounding == null ? denied : denied.or(reader.about(bounding.denying(action))));
    }

    /// Where it is allowed, if no policy of the thing itself has a say.
    Zone allowed() {
        return identity.and(boundary).and(control).but(denied);
    }
}
