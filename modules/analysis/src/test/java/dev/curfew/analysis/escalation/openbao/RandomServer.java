package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small OpenBao, made up from a seed: a policy that allows everything, others that allow part of a method or all of
/// it, and holders of each kind.
final class RandomServer {
    private static final List<String> PATHS = List.of(
            "auth/token/create",
            "auth/token/create-orphan",
            "auth/token/create/t0",
            "auth/token/create/*",
            "auth/token/roles/*",
            "auth/token/roles/t1",
            "auth/approle/role/a0",
            "auth/approle/role/a1/*",
            "auth/approle/role/+/secret-id",
            "auth/approle/role/+/role-id",
            "auth/approle/role/*",
            "auth/other/role/a2",
            "auth/userpass/users/u0",
            "auth/userpass/users/+/password",
            "auth/kubernetes/role/l0",
            "auth/kubernetes/role/*",
            "identity/entity/id/e0",
            "identity/entity/name/e1",
            "identity/entity/*",
            "identity/group",
            "identity/group/id/g0",
            "identity/group/id/+",
            "identity/entity-alias",
            "identity/entity/merge",
            "sys/policies/acl/p0",
            "sys/policies/acl/p1",
            "sys/policies/acl/*",
            "sys/policy/p2",
            "sys/auth/*",
            "sys/raw/*",
            "sys/generate-root/*",
            "sys/plugins/catalog/*",
            "auth/*",
            "identity/*",
            "sys/*",
            "database/*",
            "pki/roles/*",
            "pki/issue/*",
            "secret/*");
    private static final List<String> CAPABILITIES =
            List.of("\"update\"", "\"create\"", "\"read\"", "\"update\", \"read\"", "\"update\", \"sudo\"", "\"deny\"");
    private static final String ALL = "[\"create\", \"read\", \"update\", \"delete\", \"list\", \"sudo\"]";

    private final Random random;
    private final Estate estate = Estate.of("bao");
    private final List<PolicyId> policies = new ArrayList<>();

    private RandomServer(long seed) {
        random = new Random(seed);
    }

    static Estate of(long seed) {
        RandomServer server = new RandomServer(seed);
        server.policies();
        server.holders();
        return server.estate;
    }

    private void policies() {
        for (int i = 0; i < 5; i++) {
            policies.add(estate.acl("p" + i, rules()));
        }
        policies.add(estate.acl("everything", "path \"*\" { capabilities = " + ALL + " }\n" + rules()));
        policies.add(
                estate.acl("perhaps", "path \"*\" { capabilities = " + ALL + "\nrequired_parameters = [\"reason\"] }"));
        estate.acl("whole", "path \"*\" { capabilities = " + ALL + " }");
    }

    private String rules() {
        StringBuilder rules = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rules.append("path \"")
                    .append(one(PATHS))
                    .append("\" { capabilities = [")
                    .append(one(CAPABILITIES))
                    .append(random.nextInt(8) == 0 ? "]\nrequired_parameters = [\"reason\"] }\n" : "] }\n");
        }
        return rules.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void holders() {
        List<IdentityId> groups = List.of(estate.identity("openbao.group", "group/g0"));
        grant(groups.getFirst());
        for (int i = 0; i < 2; i++) {
            grant(estate.identity("openbao.token-role", "token-role/t" + i));
            grant(estate.identity("openbao.approle", "approle/approle/a" + i));
            IdentityId entity = grant(estate.identity("openbao.entity", "entity/e" + i));
            if (random.nextBoolean()) {
                estate.member(entity, groups.getFirst());
            }
            CredentialId token = estate.credential("openbao.token", "token" + i, entity, new Expiry.Never());
            if (random.nextBoolean()) {
                estate.grant(token, one(policies));
            }
        }
        grant(estate.identity("openbao.approle", "approle/other/a2"));
        grant(estate.identity("openbao.user", "user/userpass/u0"));
        grant(estate.identity("openbao.login-role", "login-role/kubernetes/l0"));
    }

    private IdentityId grant(IdentityId holder) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            estate.grant(holder, one(policies));
        }
        return holder;
    }
}
