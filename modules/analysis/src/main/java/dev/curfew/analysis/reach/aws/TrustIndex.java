package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which roles could let whom in, by what their trust policies name. Whether they do is for the evaluator to say.
final class TrustIndex {
    private static final Derived<TrustIndex> OF_ALL =
            Derived.of(TrustIndex::ofAll, Part.IDENTITIES, Part.TRUSTS, Part.POLICIES);

    private final Map<String, List<IdentityId>> byName = new HashMap<>();
    private final List<IdentityId> open = new ArrayList<>();

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
            trust.orUnknown().statements().stream().filter(Statement::allows).forEach(it -> add(role, it));
        }
    }

    private void add(IdentityId role, Statement statement) {
        Principals principals = statement.principals();
        if (principals == null) {
            return;
        }
        if (principals.everyone() || statement.notPrincipals()) {
            open.add(role);
        }
        principals
                .aws()
                .forEach(name ->
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(role));
    }

    /// The roles that name the ARN, its account, or everyone.
    ///
    /// @param account empty: whoever is named as part of an account needs an identity policy, and has none
    Set<IdentityId> mayAssume(String arn, String account) {
        Set<IdentityId> roles = new LinkedHashSet<>(byName.getOrDefault(arn, List.of()));
        roles.addAll(byName.getOrDefault(account, List.of()));
        roles.addAll(byName.getOrDefault("arn:" + AwsEstate.partition(arn) + ":iam::" + account + ":root", List.of()));
        roles.addAll(open);
        return roles;
    }
}
