package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The roles that IAM Identity Center keeps in accounts for permission sets, whichever source read them. By its name a
/// role says of which set it is; the end is for AWS alone to know.
public final class PermissionSetRoles {
    /// As in `Policy.kind`.
    static final String KIND = "identity-center.permission-set";

    /// <https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html>
    private static final Pattern ROLE =
            Pattern.compile("arn:[^:]*:iam::(\\d{12}):role/aws-reserved/sso\\.amazonaws\\.com/"
                    + "(?:[^/]+/)?AWSReservedSSO_(.+)_[0-9a-f]{16}");

    private static final Pattern SET = Pattern.compile("arn:[^:]*:sso:::permissionSet/.+");

    private static final Derived<PermissionSetRoles> ROLES = Derived.of(PermissionSetRoles::new, Part.IDENTITIES);

    private record Place(String account, String set) {}

    private final Map<Place, Set<IdentityId>> roles = new HashMap<>();

    private PermissionSetRoles(SnapshotIndex index) {
        for (Identity identity : index.snapshot().identities()) {
            Matcher role = ROLE.matcher(identity.id().nativeId());
            if (role.matches()) {
                roles.computeIfAbsent(new Place(role.group(1), role.group(2)), _ -> new TreeSet<>())
                        .add(identity.id());
            }
        }
    }

    static PermissionSetRoles of(SnapshotIndex index) {
        return index.get(ROLES);
    }

    static boolean isOne(IdentityId id) {
        return ROLE.matcher(id.nativeId()).matches();
    }

    /// By its ARN where it was not described.
    static boolean isSet(SnapshotIndex index, PolicyId id) {
        return index.policy(id)
                .map(policy -> policy.kind().equals(KIND))
                .orElseGet(() -> SET.matcher(id.nativeId()).matches());
    }

    /// Of the set that is called so, in an account; none where none was read.
    Set<IdentityId> of(String account, String set) {
        return roles.getOrDefault(new Place(account, set), Set.of());
    }

    /// The permission sets that an identity may be a role of: none, for most.
    public static Stream<PolicyId> sets(SnapshotIndex index, IdentityId id) {
        Matcher role = ROLE.matcher(id.nativeId());
        return role.matches()
                ? index.snapshot().policies().stream()
                        .filter(policy ->
                                policy.kind().equals(KIND) && policy.name().equals(role.group(2)))
                        .map(policy -> policy.id())
                : Stream.of();
    }
}
