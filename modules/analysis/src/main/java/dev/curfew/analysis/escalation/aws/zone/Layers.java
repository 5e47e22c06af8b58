package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.List;

/// What the layers of somebody's rights say of one action, about all things of a list.
///
/// @param control where the control policies of every level allow it
/// @param boundary where the permissions boundary allows it
/// @param identity where the identity policies allow it
/// @param denied where anything denies it
/// @param said what each statement says by itself
record Layers(Zone control, Zone boundary, Zone identity, Zone denied, List<Zone> said) {

    static Layers of(Rights rights, String action, Reader reader) {
        List<Zone> said = new ArrayList<>();
        Zone everything = Zone.of(reader.names().all());
        Zone identity = Zone.NONE;
        Zone denied = Zone.NONE;
        for (Rights.Held held : rights.held()) {
            identity = identity.or(reader.about(held.policy().allowing(action), PolicyLayer.IDENTITY, said));
            denied = denied.or(reader.about(held.policy().denying(action), PolicyLayer.IDENTITY, said));
        }
        Zone control = everything;
        for (List<IndexedPolicy> level : rights.serviceControl()) {
            Zone allowed = Zone.NONE;
            for (IndexedPolicy policy : level) {
                allowed = allowed.or(reader.about(policy.allowing(action), PolicyLayer.SCP, said));
                denied = denied.or(reader.about(policy.denying(action), PolicyLayer.SCP, said));
            }
            control = control.and(allowed);
        }
        IndexedPolicy bounding = rights.boundary().map(Rights.Held::policy).orElse(null);
        return new Layers(
                control,
                bounding == null ? everything : reader.about(bounding.allowing(action), PolicyLayer.BOUNDARY, said),
                identity,
                bounding == null
                        ? denied
                        : denied.or(reader.about(bounding.denying(action), PolicyLayer.BOUNDARY, said)),
                said);
    }

    /// Whether nothing in it hangs on what is not known of a request.
    boolean isSure() {
        return said.stream().allMatch(zone -> zone.certain().equals(zone.any()));
    }

    /// Where it is allowed, if no policy of the thing itself has a say.
    Zone allowed() {
        return identity.and(boundary).and(control).but(denied);
    }
}
