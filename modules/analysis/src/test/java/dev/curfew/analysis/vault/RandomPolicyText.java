package dev.curfew.analysis.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Texts that are nearly policies, from a seed: what the grammar has, and then a few faults.
final class RandomPolicyText {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            "=",
            "\"",
            "\\",
            "#",
            "//",
            "/*",
            "*/",
            "<<E\n",
            "<<-E\n",
            "\nE\n",
            "\n",
            "-",
            ".",
            "0x1F",
            "08",
            "018",
            "1e5",
            "1e",
            "1.",
            ".5",
            "true",
            "null",
            "${",
            "{{",
            "}}",
            "é",
            "\\u00e9",
            "\\x41",
            "\\101",
            "\\777",
            ":",
            "+",
            "*",
            "\t",
            "\r\n",
            "path",
            "policy",
            "\u0000",
            "\uFEFF",
            "a-b.c",
            "\\ud800",
            "\\U0001F600",
            "'",
            "_");
    private static final List<String> VALUES = List.of(
            "\"read\"",
            "\"deny\"",
            "1",
            "0",
            "-3",
            "1.5",
            "true",
            "\"\"",
            "[]",
            "[\"read\"]",
            "[\"read\", \"list\"]",
            "[\"x\", 1, true]",
            "{}",
            "{ x = [] }",
            "{ x = [\"a\"], y = [1] }",
            "\"1h\"",
            "\"2d\"",
            "\"1h30m\"",
            "\"soon\"",
            "\"2030-01-01T00:00:00Z\"",
            "\"2001-01-01T00:00:00Z\"",
            "[[\"a\"]]",
            "[{ a = 1 }]",
            "<<E\nread\nE\n",
            "\"{{.path}}{{.key}}\"",
            "{ factor \"f\" { controlled_capabilities = [\"read\"] identity "
                    + "{ group_names = [\"g\"] approvals = 1 } } }",
            "\"99999999999999999999\"",
            "\"0x10\"",
            "\"1_0\"");
    private static final List<String> JSON_VALUES = List.of(
            "\"read\"",
            "\"deny\"",
            "1",
            "0",
            "-3",
            "1.5",
            "true",
            "null",
            "\"\"",
            "[]",
            "[\"read\"]",
            "[\"read\", \"list\"]",
            "[\"read\", true]",
            "[\"read\", [\"list\"]]",
            "{}",
            "{\"x\": []}",
            "{\"x\": [\"a\"], \"y\": [1]}",
            "[{\"x\": []}]",
            "\"1h\"",
            "\"2030-01-01T00:00:00Z\"",
            "{\"x\": {\"y\": []}}");
    private static final List<String> KEYS = List.of(
            "policy",
            "capabilities",
            "capabilities",
            "capabilities",
            "allowed_parameters",
            "denied_parameters",
            "required_parameters",
            "min_wrapping_ttl",
            "max_wrapping_ttl",
            "mfa_methods",
            "pagination_limit",
            "expiration",
            "policy",
            "comment",
            "required_parameters",
            "list_scan_response_keys_filter_path",
            "control_group",
            "unknown");
    private static final List<String> PATHS =
            List.of("a", "a/*", "a/+/b", "+/b", "a/{{identity.entity.id}}", "é", "/a/b", "", "*", "a+*", "a/b");

    private final Random random;

    RandomPolicyText(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? json() : hcl());
        int faults = Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < faults && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, pick(PIECES));
                case 2 -> text.setLength(at);
                default -> {
                    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
                    text.insert(end, text.substring(at, end));
                }
            }
        }
        return text.toString();
    }

    private String hcl() {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "name = \"x\"\n" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append("path \"").append(pick(PATHS)).append("\" {").append(random.nextBoolean() ? "\n" : " ");
            for (int j = random.nextInt(4); j > 0; j--) {
                text.append(field(" = ", VALUES, "")).append(random.nextInt(4) == 0 ? ", " : "\n");
            }
            text.append(random.nextInt(6) == 0 ? "# c\n}" : "}").append(pick(List.of("\n", " ", "")));
        }
        return text.toString();
    }

    private String json() {
        List<String> paths = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<String> fields = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                fields.add(field(": ", JSON_VALUES, "\""));
            }
            paths.add("\"" + pick(PATHS) + "\": {" + String.join(", ", fields) + "}");
        }
        return random.nextInt(4) == 0
                ? "{\"path\": [{" + String.join("}, {", paths) + "}]}"
                : "{\"path\": {" + String.join(", ", paths) + "}}";
    }

    private String field(String is, List<String> values, String quote) {
        String key = pick(KEYS);
        String value = switch (key) {
            // mostly what it should be, so that more than a few texts are taken
            case "capabilities" -> random.nextInt(4) == 0 ? pick(values) : "[\"read\", \"list\"]";
            case "policy" -> random.nextInt(4) == 0 ? pick(values) : "\"write\"";
            case "pagination_limit" -> random.nextInt(3) == 0 ? pick(values) : "7";
            case "expiration" -> random.nextInt(3) == 0 ? pick(values) : "\"2030-01-01T00:00:00Z\"";
            case "min_wrapping_ttl", "max_wrapping_ttl" -> random.nextInt(2) == 0 ? pick(values) : "\"1h\"";
            case "required_parameters", "mfa_methods" -> random.nextInt(3) == 0 ? pick(values) : "[\"x\", \"y\"]";
            default -> pick(values);
        };
        return quote + key + quote + is + value;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
