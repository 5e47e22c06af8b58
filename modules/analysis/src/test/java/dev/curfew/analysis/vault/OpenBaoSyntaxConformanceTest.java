package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.batch.CaseException;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.WithOpenBao;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Texts that are nearly policies: the server and the evaluator take and refuse the same, and read the same out of what
/// they take.
@WithOpenBao
class OpenBaoSyntaxConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.vault.texts", 3_000);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.vault.first", 0);
    private static final List<String> PATHS = List.of("a", "a/b", "a/x/b", "x/b", "é", "path", "b", "A");

    @Test
    void textsAreTakenAndRefusedAsByTheServer(OpenBao server) {
        int taken = 0;
        List<String> differ = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            String text = new RandomPolicyText(seed).next();
            // an empty one never gets as far as the parser
            if (text.isEmpty()) {
                continue;
            }
            String there = onServer(server, text);
            String here = here(text);
            taken += there.equals("refused") ? 0 : 1;
            if (!here.equals(there)) {
                differ.add("seed " + seed + ": server " + there + ", here " + here + ": " + text);
            }
        }
        System.out.println("OpenBao: " + SEEDS + " texts compared, " + taken + " taken");
        assertThat(differ).isEmpty();
        assertThat(taken).isBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    private static String onServer(OpenBao server, String text) {
        try {
            Answer stored = server.call("POST", "sys/policies/acl/conf-text", Map.of("policy", text));
            if (stored.status() >= 400) {
                return "refused";
            }
        } catch (TestbedException e) {
            // its parser panicked, and the connection is gone
            return "refused";
        }
        String token = server.write(
                        "auth/token/create",
                        Map.of("policies", List.of("conf-text"), "no_default_policy", true, "ttl", "10m"))
                .text("/auth/client_token");
        Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", PATHS));
        return PATHS.stream()
                .map(path -> answer.texts("/data/" + path.replace("/", "~1")))
                .toList()
                .toString();
    }

    private static String here(String text) {
        List<List<String>> capabilities = new ArrayList<>();
        try {
            for (String path : PATHS) {
                capabilities.add(Bao.answer(Map.of("policies", List.of(text), "path", path))
                        .capabilities());
            }
        } catch (CaseException e) {
            return "refused";
        }
        return capabilities.toString();
    }
}
