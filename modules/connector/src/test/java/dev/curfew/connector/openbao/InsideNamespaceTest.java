package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A connection inside a namespace reads what is in it, and nothing beside or above.
@RealServer
class InsideNamespaceTest {
    private static final String NAMESPACE = "team-a";

    private static Answer inside(OpenBao openBao, String path, Map<String, ?> body) {
        return openBao.call("POST", path, body, openBao.rootToken().reveal(), "X-Vault-Namespace", NAMESPACE)
                .ok();
    }

    @Test
    void whatIsInItIsReadByItsOwnTokenAndNothingAboveIt() throws InterruptedException {
        try (OpenBao openBao = OpenBao.start()) {
            openBao.policy("above", "path \"secret/*\" { capabilities = [\"read\"] }");
            openBao.write("identity/entity", Map.of("name", "above"));
            openBao.write("sys/namespaces/" + NAMESPACE, Map.of());
            inside(openBao, "sys/policies/acl/curfew-read", Map.of("policy", Connected.shipped("read-policy.hcl")));
            inside(openBao, "identity/entity", Map.of("name", "web"));
            Answer token = inside(
                    openBao,
                    "auth/token/create-orphan",
                    Map.of("policies", List.of("curfew-read"), "ttl", "1h", "display_name", "reader"));

            Observation observation;
            try (Connected connected = Connected.inside(openBao, NAMESPACE, token.text("/auth/client_token"))) {
                observation = connected.observer().observe(Progress.SILENT);
            }

            assertThat(observation.coverage())
                    .filteredOn(it -> it.state() != CoverageState.READ)
                    .extracting(Coverage::scope, Coverage::state)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("audit-devices", CoverageState.SKIPPED));
            assertThat(observation.facts())
                    .filteredOn(Policy.class::isInstance)
                    .extracting(it -> ((Policy) it).name())
                    .contains("curfew-read", "default")
                    .doesNotContain("above");
            assertThat(observation.facts())
                    .filteredOn(Identity.class::isInstance)
                    .extracting(it -> ((Identity) it).name())
                    .contains("web")
                    .doesNotContain("above");
            assertThat(observation.facts())
                    .filteredOn(Credential.class::isInstance)
                    .filteredOn(it -> ((Credential) it).kind().equals("openbao.token"))
                    .singleElement()
                    .satisfies(it -> assertThat(((Credential) it).attributes())
                            .containsEntry("namespace", NAMESPACE + "/")
                            .containsEntry("curfew:own", "true"));
        }
    }
}
