package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Who holds which policies: entities, approles, users, roles of other logins, token roles, tokens with policies of
/// their own; and of every policy somebody who holds nothing else, which is who one could become by being given it.
final class Holders {
    private static final Set<String> KINDS =
            Set.of("openbao.entity", "openbao.approle", "openbao.user", "openbao.token-role", "openbao.login-role");

    private final SnapshotIndex index;
    private final HeldPolicies policies;
    private final Map<EntityId, Holder> holders = new TreeMap<>();

    private Holders(SnapshotIndex index) {
        this.index = index;
        policies = new HeldPolicies(index);
        for (Policy policy : index.snapshot().policies()) {
            // root is given to nobody but by who has it
            if (policy.kind().equals("openbao.acl") && !policy.name().equals("root")) {
                add(policy.id());
            }
        }
        for (Identity identity : index.snapshot().identities()) {
            if (KINDS.contains(identity.kind())) {
                add(identity.id());
            }
        }
        for (Credential token : index.snapshot().credentials()) {
            boolean own = token.kind().equals("openbao.token")
                    && !index.grantsOf(token.id()).isEmpty();
            if (own && CredentialRoutes.works(token, index)) {
                add(token.id());
            }
        }
    }

    static Map<EntityId, Holder> of(SnapshotIndex index) {
        return new Holders(index).holders;
    }

    private void add(EntityId id) {
        Holdings holdings = Holdings.of(index, id);
        List<HeldPolicy> held = new ArrayList<>();
        holdings.policies().keySet().forEach(policy -> policies.of(policy).ifPresent(held::add));
        if (!held.isEmpty()) {
            holders.put(
                    id, Holder.of(id, held, holdings.entity(), index.snapshot().takenAt()));
        }
    }
}
