package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.vault.policy.ParameterRules;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The policies that someone holds, with the hops that lead to each: directly, as a token's entity, through groups.
///
/// @param policies in the order found; a policy asked about by itself has no hops
/// @param entity whom templates are filled in for; null where nobody is known
public record Holdings(
        Map<PolicyId, List<Hop>> policies, @Nullable VaultEntity entity) {

    public static Holdings of(SnapshotIndex index, EntityId from) {
        return new Collector(index).collect(from);
    }

    private static final class Collector {
        private final SnapshotIndex index;
        private final Map<PolicyId, List<Hop>> policies = new LinkedHashMap<>();
        private final List<VaultEntity.Group> groups = new ArrayList<>();
        private final Set<EntityId> seen = new HashSet<>();
        private @Nullable Identity entity;

        Collector(SnapshotIndex index) {
            this.index = index;
        }

        Holdings collect(EntityId from) {
            if (from instanceof PolicyId policy) {
                policies.put(policy, List.of());
            } else {
                add(from, List.of());
            }
            return new Holdings(policies, known(from));
        }

        /// A token that stands for nobody has no templates filled in; an auth role's tokens stand for somebody.
        private @Nullable VaultEntity known(EntityId from) {
            Identity it = entity;
            if (it != null) {
                String id = it.id().nativeId().replaceFirst("^entity/", "");
                return new VaultEntity(id, it.name(), Map.of(), groups, List.of(), false);
            }
            boolean nobody = from instanceof CredentialId token
                    && index.credential(token).map(Credential::holder).isEmpty();
            return nobody ? null : VaultEntity.ANYONE;
        }

        private void add(EntityId subject, List<Hop> before) {
            if (!seen.add(subject)) {
                return;
            }
            for (Grant grant : index.grantsOf(subject)) {
                policies.putIfAbsent(
                        grant.policy(),
                        then(
                                before,
                                subject,
                                grant.policy(),
                                HopKind.HOLDS,
                                grant.policy().nativeId(),
                                "grant"));
            }
            if (subject instanceof CredentialId token && !index.grantsOf(token).isEmpty()) {
                index.credential(token)
                        .map(Credential::holder)
                        .ifPresent(holder -> add(
                                holder,
                                then(before, token, holder, HopKind.LOGS_IN_AS, token.nativeId(), "openbao.token")));
            }
            if (subject instanceof IdentityId identity) {
                index.identity(identity).ifPresent(it -> remember(it, before));
                for (IdentityId group : index.groupsOf(identity)) {
                    add(group, then(before, identity, group, HopKind.MEMBER_OF, group.nativeId(), "member"));
                }
            }
        }

        private void remember(Identity identity, List<Hop> before) {
            if (identity.kind().equals("openbao.entity")) {
                entity = identity;
            } else if (identity.kind().equals("openbao.token-role")) {
                byGlob(identity, before);
            } else if (identity.kind().equals("openbao.group")) {
                String id = identity.id().nativeId().replaceFirst("^group/", "");
                groups.add(new VaultEntity.Group(id, identity.name(), Map.of()));
            }
        }

        /// A token role may allow policies by pattern, besides those that it names.
        private void byGlob(Identity role, List<Hop> before) {
            for (String glob :
                    role.tags().getOrDefault("allowed-policies-glob", "").split(",", -1)) {
                for (Policy policy :
                        glob.isEmpty() ? List.<Policy>of() : index.snapshot().policies()) {
                    boolean own = policy.source().equals(role.source())
                            && policy.kind().equals("openbao.acl");
                    // root is never had through a role
                    if (own && !policy.name().equals("root") && ParameterRules.glob(glob, policy.name())) {
                        policies.putIfAbsent(
                                policy.id(),
                                then(before, role.id(), policy.id(), HopKind.HOLDS, role.name(), "glob " + glob));
                    }
                }
            }
        }

        private static List<Hop> then(
                List<Hop> before, EntityId from, EntityId to, HopKind kind, String by, String label) {
            List<Hop> hops = new ArrayList<>(before);
            hops.add(new Hop(from, to, kind, "", Decisions.given(by, label)));
            return hops;
        }
    }
}
