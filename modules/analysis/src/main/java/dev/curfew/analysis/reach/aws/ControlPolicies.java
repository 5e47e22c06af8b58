package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an organization's control policies say in its accounts: service control policies to the account of whoever
/// asks, resource control policies to the account that owns what is asked for.
///
/// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
final class ControlPolicies {
    private final SnapshotIndex index;
    private final Compiled compiled;

    ControlPolicies(SnapshotIndex index, Compiled compiled) {
        this.index = index;
        this.compiled = compiled;
    }

    /// By level.
    List<List<PolicyDocument>> ofPrincipals(ResourceId account) {
        return levels(account, GrantRole.SERVICE_CONTROL);
    }

    /// By level.
    List<List<PolicyDocument>> ofResources(ResourceId account) {
        return levels(account, GrantRole.RESOURCE_CONTROL);
    }

    /// The account of an ARN, as the ARN's source knows it.
    static ResourceId owner(EntityId id) {
        String arn = id.nativeId();
        return Whole.aws(id.source(), AwsEstate.partition(arn), AwsEstate.account(arn));
    }

    /// The principal's policies, with the resource control policies of whoever owns the thing. What names no account in
    /// its ARN is held to be of the principal's.
    AwsPolicies meeting(AwsPrincipal principal, EntityId on) {
        String owner = AwsEstate.account(on.nativeId());
        if (owner.isEmpty() || owner.equals(principal.account())) {
            return principal.policies();
        }
        ResourceId own = principal.whole();
        List<List<PolicyDocument>> theirs = ofResources(owner(on));
        if (theirs.isEmpty() && ofResources(own).isEmpty()) {
            return principal.policies();
        }
        return new AwsPolicies(
                principal.policies().identity(),
                principal.policies().boundaries(),
                null,
                null,
                ofPrincipals(own),
                theirs,
                List.of());
    }

    /// The grant's scope names the level.
    private List<List<PolicyDocument>> levels(ResourceId account, GrantRole role) {
        Map<String, List<PolicyDocument>> levels = new TreeMap<>();
        for (Grant grant : index.grantsOf(account)) {
            if (grant.role() == role) {
                levels.computeIfAbsent(grant.scope(), _ -> new ArrayList<>())
                        .add(compiled.document(grant.policy()).orUnknown());
            }
        }
        return List.copyOf(levels.values());
    }
}
