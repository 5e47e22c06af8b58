package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.escalation.aws.account.IamTags;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The tags of roles as requests about them tell them, each role's looked at when it is first asked about.
final class RoleTags {
    private static final Set<String> STARTS = Set.of("aws:resourcetag/", "iam:resourcetag/");
    private static final Derived<RoleTags> TAGS = Derived.of(_ -> new RoleTags(), Part.IDENTITIES);

    private final Map<IdentityId, Map<String, List<String>>> told = new ConcurrentHashMap<>();

    private RoleTags() {}

    static RoleTags of(SnapshotIndex index) {
        return index.get(TAGS);
    }

    /// The same request, about the role.
    RequestContext about(RequestContext request, Identity role) {
        return request.with(told.computeIfAbsent(role.id(), _ -> told(role)), STARTS);
    }

    private static Map<String, List<String>> told(Identity role) {
        Map<String, List<String>> keys = new HashMap<>();
        IamTags.of(role)
                .forEach((name, value) ->
                        STARTS.forEach(start -> keys.put(RequestContext.lower(start + name), List.of(value))));
        return Map.copyOf(keys);
    }
}
