package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.aws.account.ControlGrants;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

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

    /// Whether one of them could not be read.
    boolean isUnreadForPrincipals(ResourceId account) {
        return documents(account, GrantRole.SERVICE_CONTROL).stream()
                .flatMap(List::stream)
                .anyMatch(document -> document.readable() == null);
    }

    /// By level.
    List<List<PolicyDocument>> ofResources(ResourceId account) {
        return levels(account, GrantRole.RESOURCE_CONTROL);
    }

    /// The account of an ARN, as the ARN's source knows it.
    static ResourceId owner(EntityId id) {
        String arn = id.nativeId();
        return Whole.aws(id.source(), AwsEstate.partition(arn), Arn.account(arn));
    }

    /// The principal's policies, with the resource control policies of whoever owns the thing.
    ///
    /// @param owner the account; empty: it is held to be the principal's
    AwsPolicies meeting(AwsPrincipal principal, EntityId on, String owner) {
        return owner.isEmpty() || owner.equals(principal.account())
                ? principal.policies()
                : principal.policies().under(ofResources(Whole.aws(on.source(), principal.partition(), owner)));
    }

    private List<List<PolicyDocument>> levels(ResourceId account, GrantRole role) {
        return documents(account, role).stream()
                .map(level -> level.stream().map(Compiled.Document::orUnknown).toList())
                .toList();
    }

    private List<List<Compiled.Document>> documents(ResourceId account, GrantRole role) {
        return ControlGrants.levels(index, account.nativeId(), role, compiled::document);
    }
}
