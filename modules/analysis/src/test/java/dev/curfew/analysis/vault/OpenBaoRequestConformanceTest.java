package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.batch.CaseException;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.WithOpenBao;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Real requests to a key-value mount: refused by policy (403), or not, by what they bring and how they are wrapped.
@WithOpenBao
class OpenBaoRequestConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.vault.requests", 1_500);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.vault.first", 0);

    @Test
    void requestsAreAllowedOrRefusedAsByTheServer(OpenBao server) throws CaseException {
        server.write("sys/mounts/conf-requests", Map.of("type", "kv", "options", Map.of("version", "1")));
        int compared = 0;
        int allowed = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            RandomPolicies random = new RandomPolicies(seed);
            String operation = random.operation();
            boolean queried = operation.equals("read") || operation.equals("list") || operation.equals("scan");
            String path = "conf-requests/" + (operation.equals("create") ? "new" + seed : "x");
            Map<String, ?> parameters =
                    operation.equals("delete") ? Map.of() : queried ? random.query() : random.body();
            Optional<Integer> wrap = random.wrapSeconds();
            List<String> texts = random.requestPolicies(path);
            String token;
            try {
                token = Bao.token(server, "conf-request-" + seed + "-", texts);
            } catch (TestbedException e) {
                // its shortest wrapping is longer than its longest
                assertThat(refused(Map.of("policies", texts, "path", path)))
                        .as("%s", texts)
                        .isTrue();
                continue;
            }
            if (!operation.equals("create")) {
                server.write("conf-requests/x", Map.of("a", "b"));
            }

            int status = ask(server, operation, path, queried, parameters, wrap, token)
                    .status();

            Map<String, Object> given = new LinkedHashMap<>();
            given.put("policies", texts);
            given.put("path", path);
            given.put("operation", operation);
            given.put("parameters", parameters);
            wrap.ifPresent(seconds -> given.put("wrapTTLSeconds", seconds));
            assertThat(Bao.answer(given).allowed())
                    .as("seed %s: %s", seed, given)
                    .isEqualTo(status != 403);
            compared++;
            allowed += status != 403 ? 1 : 0;
        }
        System.out.println("OpenBao: " + compared + " requests compared, " + allowed + " allowed");
        assertThat(allowed).isBetween(compared / 10, compared * 9 / 10);
    }

    private static Answer ask(
            OpenBao server,
            String operation,
            String path,
            boolean queried,
            Map<String, ?> parameters,
            Optional<Integer> wrap,
            String token) {
        String method = switch (operation) {
            case "create", "update" -> "POST";
            case "read" -> "GET";
            default -> operation.toUpperCase(Locale.ROOT);
        };
        String query = parameters.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        String target = queried && !query.isEmpty() ? path + "?" + query : path;
        return server.call(
                method,
                target,
                queried ? Map.of() : parameters,
                token,
                "Content-Type",
                operation.equals("patch") ? "application/merge-patch+json" : "application/json",
                // any other header, where the answer is not to be wrapped
                wrap.isPresent() ? "X-Vault-Wrap-TTL" : "X-Not-Wrapped",
                wrap.map(String::valueOf).orElse("yes"));
    }

    private static boolean refused(Map<String, ?> given) {
        try {
            Bao.answer(given);
            return false;
        } catch (CaseException e) {
            return true;
        }
    }
}
