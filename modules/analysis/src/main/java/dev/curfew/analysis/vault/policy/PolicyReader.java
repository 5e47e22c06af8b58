package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.analysis.hcl.HclValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a policy's text into rules, refusing what the server refuses.
final class PolicyReader {
    private static final Set<String> KEYS = Set.of(
            "comment",
            "policy",
            "capabilities",
            "allowed_parameters",
            "denied_parameters",
            "required_parameters",
            "min_wrapping_ttl",
            "max_wrapping_ttl",
            "mfa_methods",
            "pagination_limit",
            "expiration",
            "list_scan_response_keys_filter_path",
            "control_group");

    private final HclItem block;
    private final String path;
    private final Map<String, List<HclItem>> items = new HashMap<>();

    private PolicyReader(HclItem block, String path) {
        this.block = block;
        this.path = path;
    }

    static List<PathRule> rules(String text) throws PolicySyntaxException {
        List<PathRule> rules = new ArrayList<>();
        for (HclItem block : HclParser.parse(text).items()) {
            switch (block.key()) {
                case "name" -> {}
                // a path without a label is the path "path"
                case "path" -> {
                    String path = block.keys().size() > 1 ? block.keys().get(1) : "path";
                    rules.add(new PolicyReader(block, path).rule(rules.size()));
                }
                default ->
                    throw new PolicySyntaxException("line " + block.line() + ": unknown key \"" + block.key() + "\"");
            }
        }
        return rules;
    }

    private PathRule rule(int position) throws PolicySyntaxException {
        if (!(block.value() instanceof HclValue.Body body)) {
            throw problem("a block is expected");
        }
        for (HclItem item : body.items()) {
            if (!KEYS.contains(item.key())) {
                throw problem("unknown key \"" + item.key() + "\"");
            }
            items.computeIfAbsent(item.key(), _ -> new ArrayList<>()).add(item);
        }
        Templates.check(path);
        PathPattern.of(path);
        Set<Capability> capabilities = capabilities();
        Duration min = capabilities.contains(Capability.DENY) ? Duration.ZERO : duration("min_wrapping_ttl");
        Duration max = capabilities.contains(Capability.DENY) ? Duration.ZERO : duration("max_wrapping_ttl");
        if (!min.isZero() && !max.isZero() && max.compareTo(min) < 0) {
            throw problem("max_wrapping_ttl is less than min_wrapping_ttl");
        }
        if (items.containsKey("list_scan_response_keys_filter_path") && !capabilities.contains(Capability.LIST)) {
            throw problem("list_scan_response_keys_filter_path needs the list capability");
        }
        String expiration = text("expiration");
        return new PathRule(
                position,
                path,
                capabilities,
                new ParameterRules(
                        parameters("allowed_parameters"),
                        parameters("denied_parameters"),
                        lower(texts("required_parameters"))),
                min,
                max,
                paginationMax(),
                expiration.isEmpty() ? null : Times.instant(expiration),
                needs());
    }

    private Set<Capability> capabilities() throws PolicySyntaxException {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        String shorthand = text("policy");
        if (!shorthand.isEmpty()) {
            capabilities.addAll(PathRule.shorthand(shorthand));
            if (capabilities.isEmpty()) {
                throw problem("unknown policy \"" + shorthand + "\"");
            }
        }
        for (String name : texts("capabilities")) {
            // a deny ends the reading: what follows it is not looked at
            if (capabilities.contains(Capability.DENY)) {
                break;
            }
            capabilities.add(Capability.of(name).orElseThrow(() -> problem("unknown capability \"" + name + "\"")));
        }
        return capabilities;
    }

    private List<String> needs() {
        List<String> needs = new ArrayList<>();
        if (items.containsKey("control_group")) {
            needs.add("control_group");
        }
        if (items.containsKey("mfa_methods")) {
            needs.add("mfa_methods");
        }
        return needs;
    }

    private int paginationMax() throws PolicySyntaxException {
        String limit = text("pagination_limit");
        try {
            return limit.isEmpty() ? 0 : Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw problem("pagination_limit is not a whole number");
        }
    }

    private Duration duration(String key) throws PolicySyntaxException {
        String text = text(key);
        return text.isEmpty() ? Duration.ZERO : Times.duration(text);
    }

    /// The last one counts where a key is repeated.
    private String text(String key) throws PolicySyntaxException {
        List<HclItem> found = items.getOrDefault(key, List.of());
        return found.isEmpty()
                ? ""
                : found.getLast().value().asText().orElseThrow(() -> problem(key + " is not a text"));
    }

    /// Lists add up where a key is repeated.
    private List<String> texts(String key) throws PolicySyntaxException {
        List<String> texts = new ArrayList<>();
        for (HclItem item : items.getOrDefault(key, List.of())) {
            for (HclValue value : list(key, item.value())) {
                texts.add(value.asText().orElseThrow(() -> problem(key + " holds something that is no text")));
            }
        }
        return texts;
    }

    private Map<String, List<HclValue>> parameters(String key) throws PolicySyntaxException {
        Map<String, List<HclValue>> parameters = new HashMap<>();
        for (HclItem item : items.getOrDefault(key, List.of())) {
            if (!(item.value() instanceof HclValue.Body body)) {
                throw problem(key + " is not a block");
            }
            for (HclItem parameter : body.items()) {
                parameters.put(ParameterRules.lower(parameter.key()), list(key, parameter.value()));
            }
        }
        return parameters;
    }

    private List<HclValue> list(String key, HclValue value) throws PolicySyntaxException {
        return switch (value) {
            case HclValue.Items list -> list.values();
            case HclValue.Body _, HclValue.Text _, HclValue.Digits _, HclValue.Truth _, HclValue.Nothing _ ->
                throw problem(key + " is not a list");
        };
    }

    private static Set<String> lower(List<String> names) {
        Set<String> lower = new LinkedHashSet<>();
        names.forEach(name -> lower.add(ParameterRules.lower(name)));
        return lower;
    }

    private PolicySyntaxException problem(String what) {
        return new PolicySyntaxException("line " + block.line() + ", path \"" + path + "\": " + what);
    }
}
