package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who holds policies of OpenBao.
///
/// @param policies the names of those held
/// @param bearing places of the methods that one of them may have a part in
/// @param entity the id of the entity that it is; empty: none, or any
/// @param name what the entity is called; empty: none, or any
public record Holder(EntityId id, List<String> policies, BitSet bearing, VaultAcl acl, String entity, String name) {
    private static final List<Capability> EVERYTHING = List.of(
            Capability.CREATE, Capability.READ, Capability.UPDATE, Capability.DELETE, Capability.LIST, Capability.SUDO);

    public Holder {
        policies = List.copyOf(policies);
    }

    /// @param is whose entity it is; null where nobody is known
    /// @param now when rules with an expiration are looked at
    public static Holder of(EntityId id, Collection<HeldPolicy> held, @Nullable VaultEntity is, Instant now) {
        VaultAcl acl = new VaultAcl(held.stream().map(HeldPolicy::policy).toList(), is, now);
        List<String> names = new ArrayList<>();
        BitSet bearing = new BitSet();
        held.forEach(each -> {
            names.add(each.policy().name());
            bearing.or(each.bearing());
        });
        return is == null || is.equals(VaultEntity.ANYONE)
                ? new Holder(id, names, bearing, acl, "", "")
                : new Holder(id, names, bearing, acl, is.id(), is.name());
    }

    /// Whether it may do everything anywhere, policies included.
    public Evaluation administers() {
        List<Evaluation> needed = new ArrayList<>();
        for (Capability capability : EVERYTHING) {
            Evaluation anywhere = acl.reachable(OpenBaoWays.ANY + "/" + OpenBaoWays.ANY, capability);
            if (Decisions.isDenied(anywhere)) {
                return anywhere;
            }
            needed.add(anywhere);
        }
        needed.add(acl.reachable("sys/policies/acl/" + OpenBaoWays.ANY, Capability.UPDATE));
        return Decisions.all(needed);
    }
}
