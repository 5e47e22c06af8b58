package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// Somebody who holds policies of OpenBao.
///
/// @param policies the names of those held
/// @param entity the id of the entity that it is; empty: none, or any
/// @param name what the entity is called; empty: none, or any
record Holder(EntityId id, List<String> policies, VaultAcl acl, String entity, String name) {
    Holder {
        policies = List.copyOf(policies);
    }
}
