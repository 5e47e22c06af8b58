package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evaluator answers what a real server answers, on seeded random policies.
@WithOpenBao
class OpenBaoConformanceTest {
    /// Each with every path of `RandomPolicies.PATHS`: some ten thousand comparisons.
    private static final int POLICY_SETS = 250;

    private static final int REQUESTS = 400;
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void capabilitiesAreThoseOfTheServer(OpenBao server) throws PolicySyntaxException {
        for (int seed = 0; seed < POLICY_SETS; seed++) {
            List<String> texts = new RandomPolicies(seed).policies();
            String token = token(server, "conf-" + seed + "-", texts);

            compare(server, token, texts, null, RandomPolicies.PATHS);
        }
    }

    @Test
    void templatesAreFilledInAsTheServerDoes(OpenBao server) throws PolicySyntaxException {
        server.write("sys/auth/conf-login", Map.of("type", "userpass"));
        String accessor = server.read("sys/auth").text("/data/conf-login~1/accessor");
        String entity = server.write("identity/entity", Map.of("name", "conf-ann", "metadata", Map.of("team", "red")))
                .text("/data/id");
        server.write(
                "identity/entity-alias",
                Map.of("name", "conf-ann-login", "canonical_id", entity, "mount_accessor", accessor));
        String group = server.write(
                        "identity/group",
                        Map.of(
                                "name",
                                "conf-ops",
                                "member_entity_ids",
                                List.of(entity),
                                "metadata",
                                Map.of("room", "9")))
                .text("/data/id");
        VaultEntity known = new VaultEntity(
                entity,
                "conf-ann",
                Map.of("team", "red"),
                List.of(new VaultEntity.Group(group, "conf-ops", Map.of("room", "9"))),
                List.of(new VaultEntity.Alias(accessor, "", "conf-ann-login", Map.of(), Map.of())),
                true);
        List<String> texts = List.of(templated(accessor));
        server.policy("conf-template", texts.getFirst());
        server.write(
                "auth/conf-login/users/conf-ann-login", Map.of("password", "x", "token_policies", "conf-template"));
        String token = server.write("auth/conf-login/login/conf-ann-login", Map.of("password", "x"))
                .text("/auth/client_token");

        List<String> paths = new ArrayList<>();
        for (String value : List.of("conf-ann", "red", "9", "conf-ops", "conf-ann-login", entity, group, "x")) {
            for (int i = 0; i < 12; i++) {
                paths.add("t" + i + "/" + value);
            }
        }
        compare(server, token, texts, known, paths);
    }

    private static String templated(String accessor) {
        StringBuilder text = new StringBuilder();
        List<String> templates = List.of(
                "identity.entity.id",
                "identity.entity.name",
                " identity.entity.metadata.team ",
                "identity.entity.metadata.none",
                "identity.entity.aliases." + accessor + ".name",
                "identity.entity.aliases.none.name",
                "identity.groups.names.conf-ops.id",
                "identity.groups.names.conf-ops.metadata.room",
                "identity.groups.names.conf-none.id",
                "identity.groups.names.conf-ops.name",
                "identity.nothing");
        for (int i = 0; i < templates.size(); i++) {
            text.append("path \"t%d/{{%s}}\" { capabilities = [\"read\"] }%n".formatted(i, templates.get(i)));
        }
        return text.toString();
    }

    /// Requests to a plain key-value mount: refused by policy (403) or not.
    @Test
    void parametersAreAllowedOrRefusedAsTheServerDoes(OpenBao server) throws PolicySyntaxException {
        server.write("sys/mounts/conf-kv", Map.of("type", "kv", "options", Map.of("version", "1")));
        for (int seed = 0; seed < REQUESTS; seed++) {
            RandomPolicies random = new RandomPolicies(seed);
            List<String> texts = random.parameterPolicies("conf-kv/x");
            Map<String, Object> body = random.body();
            String token = token(server, "conf-param-" + seed + "-", texts);

            Answer answer = server.call("POST", "conf-kv/x", body, token);

            assertThat(allowed(texts, body)).as("%s with %s", texts, body).isEqualTo(answer.status() != 403);
            assertThat(answer.status()).isIn(200, 204, 400, 403);
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

    private static void compare(
            OpenBao server, String token, List<String> texts, @Nullable VaultEntity entity, List<String> paths)
            throws PolicySyntaxException {
        VaultAcl acl = new VaultAcl(policies(texts), entity, NOW);
        Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", paths));
        for (String path : paths) {
            assertThat(acl.capabilities(path))
                    .as("%s on %s", texts, path)
                    .isEqualTo(answer.texts("/data/" + path.replace("~", "~0").replace("/", "~1")).stream()
                            .sorted()
                            .toList());
        }
    }

    /// Create and update are both granted or neither, so that it does not matter whether the key is there.
    private static boolean allowed(List<String> texts, Map<String, Object> body) throws PolicySyntaxException {
        Map<String, HclValue> parameters = new HashMap<>();
        body.forEach((name, value) -> parameters.put(name, value(value)));
        VaultRequest request = new VaultRequest("conf-kv/x", Capability.UPDATE, parameters, Duration.ZERO);
        return new VaultAcl(policies(texts), null, NOW).evaluate(request) instanceof Evaluation.Allowed;
    }

    private static HclValue value(Object value) {
        return switch (value) {
            case String text -> new HclValue.Text(text);
            case Boolean truth -> new HclValue.Truth(truth);
            default -> new HclValue.Digits(value.toString());
        };
    }

    private static List<VaultPolicy> policies(List<String> texts) throws PolicySyntaxException {
        List<VaultPolicy> policies = new ArrayList<>();
        for (String text : texts) {
            policies.add(VaultPolicy.parse("p" + policies.size(), text));
        }
        return policies;
    }

    /// A token with exactly these policies.
    private static String token(OpenBao server, String prefix, List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            String name = prefix + names.size();
            server.policy(name, text);
            names.add(name);
        }
        return server.write("auth/token/create", Map.of("policies", names, "no_default_policy", true, "ttl", "10m"))
                .text("/auth/client_token");
    }

    /// Policies, paths and bodies that meet often.
    private static final class RandomPolicies {
        static final List<String> PATHS = List.of(
                "a",
                "a/",
                "b",
                "ab",
                "ab/",
                "a/b",
                "a/b/",
                "a/ab",
                "b/a",
                "b/ab/",
                "a/a/b",
                "a/b/a",
                "a/b/ab",
                "b/b/b",
                "b/a/b/",
                "ab/ab/ab",
                "a/a/a/a",
                "b/a/ab/b",
                "a//b",
                "b+/a",
                "a/b+",
                "aab",
                "a/bb",
                "abc/d",
                "a/b/c/d",
                "b/c",
                "c",
                "a/c/b",
                "ab/b",
                "+/a",
                "a/+",
                "a/*",
                "*",
                "a/b*",
                "a/b/*",
                "b+/b/",
                "ba",
                "b/aa/b",
                "a/ba/b",
                "ab/a/");
        private static final List<String> SEGMENTS = List.of("a", "b", "ab", "+", "+", "b+", "", "c");
        private static final List<String> CAPABILITIES =
                List.of("create", "read", "update", "patch", "delete", "list", "scan", "sudo");

        private final Random random;

        RandomPolicies(long seed) {
            random = new Random(seed);
        }

        List<String> policies() {
            List<String> policies = new ArrayList<>();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                StringBuilder text = new StringBuilder();
                int rules = 1 + random.nextInt(5);
                for (int j = 0; j < rules; j++) {
                    text.append("path \"%s\" { %s }%n".formatted(pattern(), grant()));
                }
                policies.add(text.toString());
            }
            return policies;
        }

        private String pattern() {
            List<String> segments = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                segments.add(pick(SEGMENTS));
            }
            String pattern = String.join("/", segments);
            return random.nextInt(3) == 0 && !pattern.endsWith("+") ? pattern + "*" : pattern;
        }

        private String grant() {
            return switch (random.nextInt(8)) {
                case 0 -> "capabilities = [\"deny\"]";
                case 1 -> "policy = \"" + pick(List.of("read", "write", "sudo", "deny")) + "\"";
                case 2 -> "capabilities = []";
                default -> "capabilities = [\"" + pick(CAPABILITIES) + "\", \"" + pick(CAPABILITIES) + "\"]";
            };
        }

        List<String> parameterPolicies(String path) {
            List<String> policies = new ArrayList<>();
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                String rules = random.nextBoolean() ? "allowed_parameters = { " + parameters() + " } " : "";
                rules += random.nextInt(3) == 0 ? "denied_parameters = { " + parameters() + " } " : "";
                rules += random.nextInt(4) == 0 ? "required_parameters = [\"" + name() + "\"] " : "";
                policies.add("path \"" + path + "\" { capabilities = [\"create\", \"update\"] " + rules + "}");
            }
            return policies;
        }

        private String parameters() {
            List<String> parameters = new ArrayList<>();
            for (String name : List.of(name(), name())) {
                String values =
                        pick(List.of("", "\"v\"", "\"v*\"", "\"*w\"", "\"*\"", "\"v\", \"w\"", "true", "5", "\"\""));
                if (parameters.stream().noneMatch(it -> it.startsWith("\"" + name + "\""))) {
                    parameters.add("\"" + name + "\" = [" + values + "]");
                }
            }
            return String.join(", ", parameters);
        }

        private String name() {
            return pick(List.of("x", "Y", "z", "*"));
        }

        /// Never empty: an empty body is refused by the key-value store itself.
        Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>();
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                body.put(pick(List.of("x", "y", "Z")), pick(List.<Object>of("v", "vw", "w", "", "*", true, false, 5)));
            }
            return body;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
