package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which resources' own policies let somebody in by themselves. Who is let in as one of an account needs a policy of
/// his own about the resource. A resource's policy that was not read lets nobody in: who has none of his own would
/// otherwise seem to reach it, and everybody would.
final class GuardIndex {
    private static final Derived<GuardIndex> ALL =
            Derived.of(GuardIndex::new, Part.RESOURCES, Part.GRANTS, Part.POLICIES);

    private final Admitted<Resource> admitted = new Admitted<>();

    private GuardIndex(SnapshotIndex index) {
        Compiled compiled = new Compiled(index);
        for (Resource resource : index.snapshot().resources()) {
            if (resource.kind().startsWith(AwsEstate.KINDS)) {
                for (Grant grant : index.grantsOf(resource.id())) {
                    PolicyDocument guard = grant.role() == GrantRole.RESOURCE
                            ? compiled.document(grant.policy()).readable()
                            : null;
                    if (guard != null) {
                        admitted.add(resource, guard);
                    }
                }
            }
        }
    }

    static GuardIndex of(SnapshotIndex index) {
        return index.get(ALL);
    }

    Collection<Resource> mayAdmit(String arn) {
        List<Resource> all = new ArrayList<>(admitted.open());
        all.addAll(admitted.by(arn));
        return all;
    }
}
