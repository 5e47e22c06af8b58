package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who holds which policies: entities, approles, roles of other logins, token roles, tokens with policies of their own;
/// and of every policy somebody who holds nothing else, which is who one could become by being given it.
final class Holders {
    private static final Set<String> KINDS =
            Set.of("openbao.entity", "openbao.approle", "openbao.token-role", "openbao.login-role");
    private static final String ROOT = "root";

    private final SnapshotIndex index;
    private final Map<PolicyId, Optional<VaultPolicy>> compiled = new HashMap<>();
    private final Map<EntityId, Holder> holders = new TreeMap<>();

    private Holders(SnapshotIndex index) {
        this.index = index;
        for (Policy policy : index.snapshot().policies()) {
            // root is given to nobody but by who has it
            if (policy.kind().equals("openbao.acl") && !policy.name().equals(ROOT)) {
                add(policy.id(), Set.of(policy.id()), VaultEntity.ANYONE, null);
            }
        }
        for (Identity identity : index.snapshot().identities()) {
            if (KINDS.contains(identity.kind())) {
                Set<PolicyId> held = new LinkedHashSet<>();
                collect(identity.id(), held, new LinkedHashSet<>());
                add(identity.id(), held, entity(identity), identity);
            }
        }
        for (Credential token : index.snapshot().credentials()) {
            if (token.kind().equals("openbao.token")
                    && token.active()
                    && !index.grantsOf(token.id()).isEmpty()) {
                token(token);
            }
        }
    }

    static Map<EntityId, Holder> of(SnapshotIndex index) {
        return new Holders(index).holders;
    }

    private void token(Credential token) {
        Set<PolicyId> held = new LinkedHashSet<>();
        CredentialId id = token.id();
        collect(id, held, new LinkedHashSet<>());
        IdentityId holder = token.holder();
        Identity entity = holder == null ? null : index.identity(holder).orElse(null);
        if (entity != null) {
            collect(entity.id(), held, new LinkedHashSet<>());
        }
        add(id, held, entity == null ? null : entity(entity), entity);
    }

    private void collect(EntityId subject, Set<PolicyId> held, Set<EntityId> seen) {
        if (!seen.add(subject)) {
            return;
        }
        index.grantsOf(subject).forEach(grant -> held.add(grant.policy()));
        if (subject instanceof IdentityId identity) {
            index.groupsOf(identity).forEach(group -> collect(group, held, seen));
        }
    }

    private void add(EntityId id, Set<PolicyId> held, @Nullable VaultEntity entity, @Nullable Identity is) {
        List<VaultPolicy> policies = new ArrayList<>();
        held.forEach(policy -> compiled.computeIfAbsent(policy, this::read).ifPresent(policies::add));
        if (!policies.isEmpty()) {
            VaultAcl acl = new VaultAcl(policies, entity, index.snapshot().takenAt());
            String entityId = is == null ? "" : entityId(is.id());
            holders.put(
                    id,
                    new Holder(
                            id,
                            policies.stream().map(VaultPolicy::name).toList(),
                            acl,
                            entityId,
                            is == null || entityId.isEmpty() ? "" : is.name()));
        }
    }

    private static VaultEntity entity(Identity identity) {
        return identity.kind().equals("openbao.entity")
                ? new VaultEntity(entityId(identity.id()), identity.name(), Map.of(), List.of(), List.of(), false)
                : VaultEntity.ANYONE;
    }

    private static String entityId(EntityId id) {
        return id.nativeId().startsWith("entity/") ? id.nativeId().substring("entity/".length()) : "";
    }

    private Optional<VaultPolicy> read(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        String name = id.nativeId().substring(id.nativeId().indexOf('/') + 1);
        try {
            return policy == null && !name.equals(ROOT)
                    ? Optional.empty()
                    : Optional.of(VaultPolicy.parse(name, policy == null ? "" : policy.text()));
        } catch (PolicySyntaxException _) {
            // as good as not read
            return Optional.empty();
        }
    }
}
