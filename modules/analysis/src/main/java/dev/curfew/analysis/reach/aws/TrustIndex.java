package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which roles could let whom in, by what their trust policies name. Whether they do is for the evaluator to say.
final class TrustIndex {
    private static final Derived<TrustIndex> OF_ALL =
            Derived.of(TrustIndex::ofAll, Part.IDENTITIES, Part.TRUSTS, Part.POLICIES);

    private final Admitted<IdentityId> admitted = new Admitted<>();

    private TrustIndex() {}

    static TrustIndex of(SnapshotIndex index) {
        return index.get(OF_ALL);
    }

    private static TrustIndex ofAll(SnapshotIndex index) {
        AwsEstate estate = new AwsEstate(index);
        TrustIndex all = new TrustIndex();
        estate.identities().forEach(identity -> all.add(identity.id(), estate));
        return all;
    }

    /// Of these roles alone.
    static TrustIndex among(Set<EntityId> roles, AwsEstate estate) {
        TrustIndex few = new TrustIndex();
        for (EntityId role : roles) {
            if (role instanceof IdentityId id && estate.identity(id).isPresent()) {
                few.add(id, estate);
            }
        }
        return few;
    }

    private void add(IdentityId role, AwsEstate estate) {
        Compiled.Document trust = estate.trust(role);
        if (trust != null) {
            admitted.add(role, trust.orUnknown());
        }
    }

    /// The roles that name the ARN, its account, or everyone.
    ///
    /// @param account empty: whoever is named as part of an account needs an identity policy, and has none
    Set<IdentityId> mayAssume(String arn, String account) {
        Set<IdentityId> roles = new LinkedHashSet<>(admitted.by(arn));
        roles.addAll(admitted.by(account));
        roles.addAll(admitted.by("arn:" + AwsEstate.partition(arn) + ":iam::" + account + ":root"));
        roles.addAll(admitted.open());
        return roles;
    }
}
