package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which resources' own policies let somebody in by themselves. Who is let in as one of an account needs a policy of
/// his own about the resource. A resource's policy that was not read lets nobody in: who has none of his own would
/// otherwise seem to reach it, and everybody would.
final class GuardIndex {
    private static final Derived<GuardIndex> ALL =
            Derived.of(GuardIndex::new, Part.RESOURCES, Part.GRANTS, Part.POLICIES);

    private final Map<String, List<Resource>> byName = new HashMap<>();
    private final List<Resource> open = new ArrayList<>();

    private GuardIndex(SnapshotIndex index) {
        Compiled compiled = new Compiled(index);
        for (Resource resource : index.snapshot().resources()) {
            if (resource.kind().startsWith(AwsEstate.KINDS)) {
                for (Grant grant : index.grantsOf(resource.id())) {
                    PolicyDocument guard = grant.role() == GrantRole.RESOURCE
                            ? compiled.document(grant.policy()).readable()
                            : null;
                    if (guard != null) {
                        guard.statements().stream().filter(Statement::allows).forEach(it -> add(resource, it));
                    }
                }
            }
        }
    }

    static GuardIndex of(SnapshotIndex index) {
        return index.get(ALL);
    }

    private void add(Resource resource, Statement statement) {
        Principals principals = statement.principals();
        if (principals == null) {
            return;
        }
        if (principals.everyone() || principals.mightNameAny() || statement.notPrincipals()) {
            open.add(resource);
        }
        principals
                .aws()
                .forEach(name ->
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(resource));
    }

    Collection<Resource> mayAdmit(String arn) {
        List<Resource> all = new ArrayList<>(open);
        all.addAll(byName.getOrDefault(arn, List.of()));
        return all;
    }
}
