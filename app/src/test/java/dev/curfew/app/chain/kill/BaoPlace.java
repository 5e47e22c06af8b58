package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tokens of an entity, got by AppRole.
///
/// @param secretIds whether what was logged in with goes on; otherwise each is good for that one login
record BaoPlace(OpenBao server, int tokens, boolean secretIds) implements Place {
    BaoPlace(OpenBao server, int tokens) {
        this(server, tokens, false);
    }

    @Override
    public void connect(CommandBench bench) {
        server.policy("curfew-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        server.policy("curfew-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        bench.connect(
                "openbao",
                "bao",
                server.address().toString(),
                server.orphan("curfew-read").value(),
                server.orphan("curfew-act").value(),
                "--environment",
                "test");
    }

    @Override
    public Map<String, String> agent(String name) {
        return agent(name, "path \"secret/data/reports\" { capabilities = [\"read\"] }");
    }

    Map<String, String> agent(String name, String policy) {
        server.policy(name, policy);
        // Refused where another agent had it mounted.
        server.call("POST", "sys/auth/approle", Map.of("type", "approle"));
        server.write("auth/approle/role/" + name, Map.of("token_policies", name, "token_ttl", "1h"));
        String role = server.read("auth/approle/role/" + name + "/role-id").text("/data/role_id");
        String entity = server.write("identity/entity", Map.of("name", name, "policies", List.of(name)))
                .text("/data/id");
        String mount = server.read("sys/auth").text("/data/approle~1/accessor");
        server.write("identity/entity-alias", Map.of("name", role, "canonical_id", entity, "mount_accessor", mount));
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < tokens; i++) {
            Answer made = server.call(
                            "POST",
                            "auth/approle/role/" + name + "/secret-id",
                            Map.of("ttl", "10m", "num_uses", secretIds ? 0 : 1))
                    .ok();
            String secret = made.text("/data/secret_id");
            Answer login = server.write("auth/approle/login", Map.of("role_id", role, "secret_id", secret));
            held.put("bao:" + login.text("/auth/accessor"), login.text("/auth/client_token"));
            if (secretIds) {
                held.put("bao:secret-id/approle/" + name + "/" + made.text("/data/secret_id_accessor"), secret);
            }
        }
        return held;
    }
}
