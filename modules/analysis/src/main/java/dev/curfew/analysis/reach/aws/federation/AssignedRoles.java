package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The roles that people become through IAM Identity Center: who is assigned a permission set in an account, or whose
/// group is, becomes the role that the set has there. Where that role was not read, or the set was not described, what
/// can be done by it is unknown.
///
/// <https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html>
public final class AssignedRoles implements Routes {
    private static final Messages MESSAGES = Messages.of(AssignedRoles.class);
    private static final String DISABLED = MESSAGES.text("assigned.disabled");
    private static final String PEOPLE = "identity-center.";
    static final String ACTION = "sts:AssumeRoleWithSAML";

    private final SnapshotIndex index;
    private final PermissionSetRoles roles;
    private final SignIns signIns;

    /// @param policies what each role's trust policy, and its account, let in
    public AssignedRoles(SnapshotIndex index, Function<IdentityId, AwsPolicies> policies) {
        this.index = index;
        roles = PermissionSetRoles.of(index);
        signIns = new SignIns(index, Outsiders.of(index, policies));
    }

    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        return targets.stream().anyMatch(this::mayBeReached)
                ? Optional.of(new Leading(this, from -> from instanceof IdentityId id && isOfDirectory(id)))
                : Optional.empty();
    }

    private boolean mayBeReached(EntityId target) {
        return switch (target) {
            case IdentityId id -> PermissionSetRoles.isOne(id);
            case PolicyId id -> PermissionSetRoles.isSet(index, id);
            case ResourceId _, CredentialId _ -> false;
        };
    }

    /// A group that was not listed may have assignments too.
    private boolean isOfDirectory(IdentityId id) {
        return index.identity(id)
                .map(it -> it.kind().startsWith(PEOPLE))
                .orElseGet(() -> !index.grantsOf(id).isEmpty());
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        if (from instanceof IdentityId id && isOfDirectory(id)) {
            Search search = new Search(isDisabled(id) ? DISABLED : "", settled, found);
            search.assignments(id, List.of());
            for (IdentityId group : index.groupsOf(id)) {
                search.assignments(group, List.of(Hop.into(group, id)));
            }
        }
    }

    private boolean isDisabled(IdentityId id) {
        return index.identity(id)
                .filter(it -> it.tags().getOrDefault("enabled", "").equals("false"))
                .isPresent();
    }

    /// For the ways of one.
    private final class Search {
        private final String condition;
        private final Predicate<EntityId> settled;
        private final Consumer<Route> found;

        Search(String condition, Predicate<EntityId> settled, Consumer<Route> found) {
            this.condition = condition;
            this.settled = settled;
            this.found = found;
        }

        void assignments(IdentityId holder, List<Hop> before) {
            for (Grant grant : index.grantsOf(holder)) {
                if (grant.role() == GrantRole.IDENTITY && PermissionSetRoles.isSet(index, grant.policy())) {
                    assignment(grant, before);
                }
            }
        }

        private void assignment(Grant grant, List<Hop> before) {
            Optional<Policy> set = index.policy(grant.policy());
            if (set.isPresent()) {
                assignment(grant, set.get(), before);
            } else {
                unknown(grant, before, "assigned.undescribed", grant.policy().nativeId());
            }
        }

        private void assignment(Grant grant, Policy set, List<Hop> before) {
            Set<IdentityId> there = roles.of(grant.scope(), set.name());
            if (there.isEmpty()) {
                unknown(grant, before, "assigned.unread", set.name());
            }
            Route held = holding(grant, before, Decisions.given(set.id().nativeId(), grant.scope()));
            for (IdentityId role : there) {
                if (!settled.test(role)) {
                    become(held, role);
                }
            }
        }

        private void unknown(Grant grant, List<Hop> before, String why, String set) {
            if (!settled.test(grant.policy())) {
                String what = MESSAGES.text(why, set, grant.scope());
                found.accept(holding(grant, before, new Evaluation.Unknown(List.of(what))));
            }
        }

        private void become(Route held, IdentityId role) {
            Evaluation decision = Decisions.provided(signIns.into(role), condition);
            if (!Decisions.isDenied(decision)) {
                found.accept(Route.of(held.hops(), new Hop(held.target(), role, HopKind.FEDERATES, ACTION, decision)));
            }
        }

        private static Route holding(Grant grant, List<Hop> before, Evaluation decision) {
            return Route.of(before, new Hop(grant.subject(), grant.policy(), HopKind.HOLDS, "", decision));
        }
    }
}
