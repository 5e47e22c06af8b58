package dev.curfew.analysis.reach.plain;

import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is in one source that states rights.
///
/// @param resources without the whole source
record PlainSource(
        SourceName name, List<IdentityId> identities, List<CredentialId> credentials, List<ResourceId> resources) {

    /// Those that state any rights.
    static Map<SourceName, PlainSource> all(Snapshot snapshot) {
        Map<SourceName, PlainSource> all = new HashMap<>();
        for (Policy policy : snapshot.policies()) {
            if (policy.kind().equals(Rights.KIND)) {
                all.computeIfAbsent(
                        policy.source(),
                        name -> new PlainSource(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            }
        }
        if (!all.isEmpty()) {
            snapshot.identities().forEach(it -> list(all, it.source(), PlainSource::identities, it.id()));
            snapshot.credentials().forEach(it -> list(all, it.source(), PlainSource::credentials, it.id()));
            snapshot.resources().stream()
                    .filter(it -> !it.id().nativeId().equals(Rights.WHOLE))
                    .forEach(it -> list(all, it.source(), PlainSource::resources, it.id()));
        }
        return all;
    }

    private static <I> void list(
            Map<SourceName, PlainSource> all,
            SourceName name,
            java.util.function.Function<PlainSource, List<I>> list,
            I id) {
        PlainSource source = all.get(name);
        if (source != null) {
            list.apply(source).add(id);
        }
    }

    ResourceId whole() {
        return new ResourceId(name, Rights.WHOLE);
    }

    /// Everything that who controls the source controls.
    List<EntityId> everything() {
        List<EntityId> everything = new ArrayList<>(identities);
        everything.addAll(resources);
        return everything;
    }

    /// What a right is on. Whether it was listed makes no difference: what was not read can be reached too.
    List<? extends EntityId> targets(Right right) {
        boolean each = right.on().equals(Rights.WHOLE) && right.level() != RightLevel.ADMINISTER;
        return switch (right.level()) {
            case READ, WRITE, PERMISSIONS, ADMINISTER -> each ? resources : List.of(new ResourceId(name, right.on()));
            case BECOME, MINT -> each ? identities : List.of(new IdentityId(name, right.on()));
            case READ_SECRET -> each ? credentials : List.of(new CredentialId(name, right.on()));
        };
    }
}
