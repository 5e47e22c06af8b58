package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which organization accounts belong to, whichever source tells of it: of a member its organization's management
/// account does. Where none does, or two differ, nothing is known, and nothing is held to be absent.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid>
public final class Organizations {
    /// Tag of an account: the id of its organization.
    private static final String ID = "curfew:organization";

    /// Tag of an account: the ids of its organization, of its root and of each unit down to it, a slash behind each.
    private static final String PATH = "curfew:organization-path";

    /// Keys of a request that may have several values.
    public static final Set<String> SEVERAL = Set.of("aws:PrincipalOrgPaths", "aws:ResourceOrgPaths");

    private static final String ACCOUNT = "aws.account";

    private static final Derived<Map<String, Set<Place>>> PLACES = Derived.of(Organizations::places, Part.RESOURCES);

    private final Map<String, Set<Place>> places;

    /// Where an account is.
    private record Place(String organization, String path) {
        Map<String, List<String>> keys(String of) {
            return Map.of("aws:" + of + "OrgID", List.of(organization), "aws:" + of + "OrgPaths", List.of(path));
        }
    }

    private Organizations(Map<String, Set<Place>> places) {
        this.places = places;
    }

    public static Organizations of(SnapshotIndex index) {
        return new Organizations(index.get(PLACES));
    }

    private static Map<String, Set<Place>> places(SnapshotIndex index) {
        Map<String, Set<Place>> places = new HashMap<>();
        for (Resource resource : index.snapshot().resources()) {
            if (isMember(resource)) {
                places.computeIfAbsent(Arn.account(resource.id().nativeId()), _ -> new HashSet<>())
                        .add(new Place(
                                resource.tags().getOrDefault(ID, ""),
                                resource.tags().getOrDefault(PATH, "")));
            }
        }
        return places;
    }

    /// Whether it is an account of which it is told where it is.
    public static boolean isMember(Resource resource) {
        return resource.kind().equals(ACCOUNT)
                && resource.tags().containsKey(ID)
                && resource.tags().containsKey(PATH);
    }

    /// What requests of everybody in an account tell.
    ///
    /// @param account its number
    public Map<String, List<String>> ofPrincipals(String account) {
        return keys(account, "Principal");
    }

    /// What requests about everything in an account tell.
    ///
    /// @param account its number
    public Map<String, List<String>> ofResources(String account) {
        return keys(account, "Resource");
    }

    private Map<String, List<String>> keys(String account, String of) {
        Set<Place> told = places.getOrDefault(account, Set.of());
        return told.size() == 1 ? told.iterator().next().keys(of) : Map.of();
    }
}
