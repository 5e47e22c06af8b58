package dev.curfew.analysis.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Policies, paths and bodies that meet often.
final class RandomPolicies {
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
            "ab/a/",
            "/a",
            "//a/b",
            "é",
            "é/b",
            "a/é/",
            "日本/a",
            "𝒳/b",
            "a/ b",
            "ö");
    private static final List<String> SEGMENTS = List.of("a", "b", "ab", "+", "+", "b+", "", "c", "é", "日本", "𝒳");
    private static final List<String> CAPABILITIES =
            List.of("create", "read", "update", "patch", "delete", "list", "scan", "sudo");

    private final Random random;

    RandomPolicies(long seed) {
        random = new Random(seed);
    }

    /// Some in HCL and some in JSON.
    List<String> policies() {
        List<String> policies = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean json = random.nextInt(4) == 0;
            List<String> blocks = new ArrayList<>();
            int rules = 1 + random.nextInt(5);
            for (int j = 0; j < rules; j++) {
                String block = "\"%s\" %s { %s }".formatted(pattern(), json ? ":" : "", grant(json));
                blocks.add((json ? "" : "path ") + block);
            }
            policies.add(json ? "{\"path\": {" + String.join(", ", blocks) + "}}" : String.join("\n", blocks));
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
        String start = random.nextInt(12) == 0 ? "/" : "";
        return start + (random.nextInt(3) == 0 && !pattern.endsWith("+") ? pattern + "*" : pattern);
    }

    private String grant(boolean json) {
        String is = json ? "\" : " : " = ";
        String start = json ? "\"" : "";
        String and = json ? ", " : " ";
        String expiration = random.nextInt(10) == 0
                ? start + "expiration" + is + pick(List.of("\"2001-01-01T00:00:00Z\"", "\"2999-01-01T00:00:00Z\""))
                        + and
                : "";
        return expiration
                + switch (random.nextInt(8)) {
                    case 0 -> start + "capabilities" + is + "[\"deny\"]";
                    case 1 -> start + "policy" + is + "\"" + pick(List.of("read", "write", "sudo", "deny")) + "\"";
                    case 2 -> start + "capabilities" + is + "[]";
                    default ->
                        start + "capabilities" + is + "[\"" + pick(CAPABILITIES) + "\", \"" + pick(CAPABILITIES)
                                + "\"]";
                };
    }

    /// Policies on one path that look at what a request brings.
    List<String> requestPolicies(String path) {
        List<String> policies = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            StringBuilder rules = new StringBuilder();
            rules.append(random.nextBoolean() ? "allowed_parameters = { " + parameters() + " } " : "");
            rules.append(random.nextInt(3) == 0 ? "denied_parameters = { " + parameters() + " } " : "");
            rules.append(random.nextInt(4) == 0 ? "required_parameters = [\"" + name() + "\"] " : "");
            rules.append(random.nextInt(5) == 0 ? "min_wrapping_ttl = " + ttl() + " " : "");
            rules.append(random.nextInt(5) == 0 ? "max_wrapping_ttl = " + ttl() + " " : "");
            rules.append(random.nextInt(4) == 0 ? "pagination_limit = " + random.nextInt(4) + " " : "");
            String some = random.nextInt(3) == 0
                    ? "\"" + pick(CAPABILITIES) + "\", \"" + pick(CAPABILITIES) + "\""
                    : "\"create\", \"read\", \"update\", \"patch\", \"list\", \"delete\", \"scan\"";
            String on = random.nextInt(4) == 0 ? path + "/" : path;
            policies.add("path \"" + on + "\" { capabilities = [" + some + "] " + rules + "}");
        }
        return policies;
    }

    private String ttl() {
        return pick(List.of("30", "\"1m\"", "60.9", "\"2h\"", "\"1d\"", "-5"));
    }

    String operation() {
        return pick(List.of("create", "update", "update", "read", "list", "delete", "patch", "scan"));
    }

    Optional<Integer> wrapSeconds() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(pick(List.of(0, 1, 30, 60, 61, 7200, 90_000)));
    }

    /// What a query can hold: texts.
    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            query.put(pick(List.of("x", "y", "Z", "limit")), pick(List.of("v", "vw", "w", "1", "2", "max", "-1")));
        }
        return query;
    }

    private String parameters() {
        List<String> parameters = new ArrayList<>();
        for (String name : List.of(name(), name())) {
            String values = pick(List.of(
                    "",
                    "\"v\"",
                    "\"v*\"",
                    "\"*w\"",
                    "\"*\"",
                    "\"v\", \"w\"",
                    "true",
                    "5",
                    "\"\"",
                    "[\"v\"]",
                    "{ a = \"v\" }",
                    "[5]"));
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
            body.put(
                    pick(List.of("x", "y", "Z")),
                    pick(List.<Object>of("v", "vw", "w", "", "*", true, false, 5, List.of("v"), Map.of("a", "v"))));
        }
        return body;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
