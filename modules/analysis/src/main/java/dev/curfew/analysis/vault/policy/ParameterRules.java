package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.hcl.HclValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a rule says of a request's parameters. Names are kept in lower case; an empty list of values means any value.
///
/// @param allowed empty: all are
public record ParameterRules(
        Map<String, List<HclValue>> allowed, Map<String, List<HclValue>> denied, Set<String> required) {
    public static final ParameterRules NONE = new ParameterRules(Map.of(), Map.of(), Set.of());

    public ParameterRules {
        allowed = Map.copyOf(allowed);
        denied = Map.copyOf(denied);
        required = Set.copyOf(required);
    }

    /// What two rules of the same path say together: values of a parameter add up, and any value stays any value. A
    /// rule that restricts nothing does not lift another's restriction.
    public ParameterRules and(ParameterRules other) {
        Set<String> both = new LinkedHashSet<>(required);
        both.addAll(other.required);
        return new ParameterRules(merged(allowed, other.allowed), merged(denied, other.denied), both);
    }

    private static Map<String, List<HclValue>> merged(
            Map<String, List<HclValue>> one, Map<String, List<HclValue>> other) {
        Map<String, List<HclValue>> merged = new HashMap<>(one);
        other.forEach((name, values) -> merged.merge(name, values, ParameterRules::union));
        return merged;
    }

    private static List<HclValue> union(List<HclValue> one, List<HclValue> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        List<HclValue> union = new ArrayList<>(one);
        union.addAll(other);
        return union;
    }

    public boolean allows(Map<String, HclValue> parameters) {
        if (!required.stream().allMatch(parameters::containsKey)) {
            return false;
        }
        if (parameters.isEmpty()) {
            return true;
        }
        if (denied.containsKey("*")
                || parameters.entrySet().stream().anyMatch(it -> lists(denied, it.getKey(), it.getValue()))) {
            return false;
        }
        boolean anyName = allowed.isEmpty() || allowed.containsKey("*");
        return parameters.entrySet().stream()
                .allMatch(it ->
                        allowed.containsKey(lower(it.getKey())) ? lists(allowed, it.getKey(), it.getValue()) : anyName);
    }

    private static boolean lists(Map<String, List<HclValue>> rules, String name, HclValue value) {
        List<HclValue> values = rules.get(lower(name));
        return values != null && (values.isEmpty() || values.stream().anyMatch(it -> same(it, value)));
    }

    /// The server compares a number in a policy with a number in a request as different types: they never match.
    private static boolean same(HclValue listed, HclValue given) {
        if (listed instanceof HclValue.Text(String pattern) && given instanceof HclValue.Text(String text)) {
            return glob(pattern, text);
        }
        return !(listed instanceof HclValue.Digits) && listed.equals(given);
    }

    /// `*` counts at the start and at the end only; a lone `*` is itself.
    public static boolean glob(String pattern, String text) {
        if (pattern.length() < 2) {
            return pattern.equals(text);
        }
        boolean openStart = pattern.startsWith("*");
        boolean openEnd = pattern.endsWith("*");
        if (openStart && openEnd) {
            return text.contains(pattern.substring(1, pattern.length() - 1));
        }
        if (openStart) {
            return text.endsWith(pattern.substring(1));
        }
        return openEnd ? text.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(text);
    }

    static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
