package dev.curfew.analysis.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.batch.VaultCases;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.testbed.OpenBao;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The two that are compared: a real server's tokens, and the evaluator by the format of its cases.
final class Bao {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final VaultCases CASES = new VaultCases(InstantSource.system());

    private Bao() {}

    /// A token with exactly these policies.
    static String token(OpenBao server, String prefix, List<String> texts) {
        return server.write(
                        "auth/token/create",
                        Map.of("policies", policies(server, prefix, texts), "no_default_policy", true, "ttl", "10m"))
                .text("/auth/client_token");
    }

    /// The names under which the server keeps the policies.
    static List<String> policies(OpenBao server, String prefix, List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            String name = prefix + names.size();
            server.policy(name, text);
            names.add(name);
        }
        return names;
    }

    /// @throws CaseException where the case is refused
    static Decided answer(Map<String, ?> given) throws CaseException {
        ObjectNode answer = CASES.evaluate(JsonText.of(JSON.<ObjectNode>valueToTree(given)));
        List<String> capabilities = new ArrayList<>();
        answer.path("capabilities").forEach(each -> capabilities.add(each.asText()));
        return new Decided(capabilities, answer.path("allowed").asBoolean());
    }

    record Decided(List<String> capabilities, boolean allowed) {}
}
