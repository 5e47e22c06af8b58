package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.batch.CaseException;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Paths that mean something: those of the second version of KV, and what every token has by `default`.
@WithOpenBao
class OpenBaoPathsConformanceTest {

    /// Each path is a thing of its own: who reads a secret neither lists nor destroys it.
    ///
    /// <https://openbao.org/api-docs/secret/kv/kv-v2/>
    @Test
    void ofTheSecondVersionOfKvEachPathIsGrantedByItself(OpenBao server) throws CaseException {
        server.call("POST", "sys/mounts/conf-kv", Map.of("type", "kv", "options", Map.of("version", "2")));
        List<String> kinds = List.of("data", "metadata", "delete", "undelete", "destroy", "subkeys");
        List<String> paths = new ArrayList<>(List.of("conf-kv/metadata/", "conf-kv/metadata/team/"));
        kinds.forEach(kind -> paths.add("conf-kv/" + kind + "/team/app"));
        for (String kind : kinds) {
            for (String rest : List.of("team/app", "team/*", "+/app", "*")) {
                String text = "path \"conf-kv/" + kind + "/" + rest
                        + "\" { capabilities = [\"create\", \"read\", \"update\", \"delete\", \"list\"] }";
                String token = Bao.token(server, "conf-kv-", List.of(text));
                Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", paths));
                for (String path : paths) {
                    assertThat(Bao.answer(Map.of("policies", List.of(text), "path", path))
                                    .capabilities())
                            .as("%s on %s", text, path)
                            .isEqualTo(capabilities(answer, path));
                }
            }
        }
    }

    /// <https://openbao.org/docs/concepts/policies/#default-policy>
    @Test
    void theDefaultPolicyIsForATokensOwnAffairs(OpenBao server) throws CaseException {
        String text = server.read("sys/policies/acl/default").text("/data/policy");
        String token = server.write("auth/token/create", Map.of("policies", List.of("default"), "ttl", "10m"))
                .text("/auth/client_token");
        List<String> paths = List.of(
                "auth/token/lookup-self",
                "auth/token/renew-self",
                "auth/token/revoke-self",
                "auth/token/lookup",
                "auth/token/create",
                "sys/capabilities-self",
                "sys/leases/renew",
                "sys/leases/revoke",
                "sys/wrapping/unwrap",
                "sys/tools/hash",
                "sys/policies/acl/default",
                "cubbyhole/mine",
                "identity/oidc/provider/p/authorize",
                "secret/data/app");
        Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", paths));
        for (String path : paths) {
            assertThat(Bao.answer(Map.of("policies", List.of(text), "path", path))
                            .capabilities())
                    .as(path)
                    .isEqualTo(capabilities(answer, path));
        }
        assertThat(capabilities(answer, "auth/token/create")).containsExactly("deny");
    }

    private static List<String> capabilities(Answer answer, String path) {
        return answer.texts("/data/" + path.replace("/", "~1")).stream()
                .sorted()
                .toList();
    }
}
