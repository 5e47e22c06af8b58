package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evaluator answers what a real server answers, on seeded random policies.
@WithOpenBao
class OpenBaoConformanceTest {
    /// Each with every path of `RandomPolicies.PATHS`: some ten thousand comparisons.
    private static final int POLICY_SETS = 250;

    @Test
    void capabilitiesAreThoseOfTheServer(OpenBao server) throws CaseException {
        for (int seed = 0; seed < POLICY_SETS; seed++) {
            List<String> texts = new RandomPolicies(seed).policies();
            String token = Bao.token(server, "conf-" + seed + "-", texts);
            Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", RandomPolicies.PATHS));
            for (String path : RandomPolicies.PATHS) {
                assertThat(Bao.answer(Map.of("policies", texts, "path", path)).capabilities())
                        .as("%s on %s", texts, path)
                        .isEqualTo(capabilities(answer, path));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path \"a\" { capabilities = [\"read\"] }",
                "path \"a\" { capabilities = [\"read\",] }",
                "path \"a\" { capabilities = [\"read\" \"list\"] }",
                "path \"a\" { capabilities = [,\"read\"] }",
                "path \"a\" { capabilities = \"read\" }",
                "path \"a\" { capabilities = [\"Read\"] }",
                "path \"a\" { capabilities = [] }",
                "path \"a\" { }",
                "path \"a\" {}",
                "path \"a\" = { policy = \"read\" }",
                "path = { \"a\" = { policy = \"read\" } }",
                "path a { policy = \"read\" }",
                "path { policy = \"read\" }",
                "path \"a\" \"b\" { policy = \"read\" }",
                "path \"a\" { policy = \"reader\" }",
                "path \"a\" { policy = \"deny\" capabilities = [\"fly\"] }",
                "path \"a\" { capabilities = [\"deny\", \"fly\"] }",
                "path \"a\" { capabilities = [\"fly\", \"deny\"] }",
                "path \"a\" { capabilities = [\"read\"] capabilities = [\"list\"] }",
                "path \"a\" { capabilities = [\"read\"], comment = \"x\" }",
                "path \"a\" { unknown = 1 }",
                "name = \"x\" path \"a\" { policy = \"read\" }",
                "nome = \"x\"",
                "path \"a/+*\" { policy = \"read\" }",
                "path \"a/+b\" { policy = \"read\" }",
                "path \"\" { policy = \"read\" }",
                "path \"a/{{identity.entity.id}}\" { policy = \"read\" }",
                "path \"a/{{identity.entity.id\" { policy = \"read\" }",
                "path \"a/identity.entity.id}}\" { policy = \"read\" }",
                "path \"a\" { min_wrapping_ttl = \"2h\" max_wrapping_ttl = \"1h\" }",
                "path \"a\" { min_wrapping_ttl = 20 }",
                "path \"a\" { min_wrapping_ttl = \"soon\" }",
                "path \"a\" { allowed_parameters = { \"x\" = [1, true, \"s\"] } }",
                "path \"a\" { allowed_parameters { x = [] } }",
                "path \"a\" { allowed_parameters = { \"x\" = \"y\" } }",
                "path \"a\" { required_parameters = [\"x\"] }",
                "path \"a\" { required_parameters = \"x\" }",
                "path \"a\" { expiration = \"2030-01-01T00:00:00Z\" }",
                "path \"a\" { expiration = \"someday\" }",
                "path \"a\" { pagination_limit = 10 }",
                "path \"a\" { pagination_limit = \"ten\" }",
                "path \"a\" { mfa_methods = [\"x\"] }",
                "path \"a\" { list_scan_response_keys_filter_path = \"x\" }",
                "# only a comment",
                "path \"a\" { policy = \"read\" } path \"b\" { policy = \"read\" }",
                "path \"a\" { policy = \"read\" ",
                "path \"a { policy = \"read\" }",
                "path \"a\" { policy = <<EOT\nread\nEOT\n}",
                "{\"path\": {\"a\": {\"capabilities\": [\"read\"]}}}",
                "{\"path\": [{\"a\": {\"capabilities\": [\"read\"]}}]}",
                "{\"path\": {\"a\": {\"policy\": \"read\"}, \"b\": {\"policy\": \"list\"}}}",
                "{\"path\": {\"a\": [{\"policy\": \"read\"}]}}",
                "{\"paths\": {}}",
                "{\"path\": {\"a\": {}}}",
            })
    void whatTheServerTakesIsTakenAndWhatItRefusesIsRefused(String text, OpenBao server) {
        Answer answer = server.call("POST", "sys/policies/acl/conf-syntax", Map.of("policy", text));

        assertThat(isRead(text)).as(answer.body()).isEqualTo(answer.status() < 400);
    }

    private static boolean isRead(String text) {
        try {
            VaultPolicy.parse("conf-syntax", text);
            return true;
        } catch (PolicySyntaxException e) {
            return false;
        }
    }

    private static List<String> capabilities(Answer answer, String path) {
        return answer.texts("/data/" + path.replace("~", "~0").replace("/", "~1")).stream()
                .sorted()
                .toList();
    }
}
