package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.hcl.HclValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

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

    /// Two texts match by wildcard. All else is compared by value and by type, and no number in a policy has the
    /// type of one in a request.
    private static boolean same(HclValue listed, HclValue given) {
        if (listed instanceof HclValue.Text(String pattern) && given instanceof HclValue.Text(String text)) {
            return glob(pattern, text);
        }
        return equal(listed, given);
    }

    /// An object in an object is a list of objects to the server's HCL, and so is never equal to one of a request.
    private static boolean equal(HclValue listed, HclValue given) {
        return switch (listed) {
            case HclValue.Text _, HclValue.Truth _ -> listed.equals(given);
            case HclValue.Digits _ -> false;
            case HclValue.Items list ->
                given instanceof HclValue.Items other
                        && list.values().size() == other.values().size()
                        && IntStream.range(0, list.values().size())
                                .allMatch(i -> equal(
                                        list.values().get(i), other.values().get(i)));
            case HclValue.Body body -> given instanceof HclValue.Body other && equal(byKey(body), byKey(other));
        };
    }

    private static boolean equal(Map<String, HclValue> listed, Map<String, HclValue> given) {
        return listed.keySet().equals(given.keySet())
                && listed.entrySet().stream()
                        .allMatch(it -> !(it.getValue() instanceof HclValue.Body)
                                && equal(it.getValue(), Objects.requireNonNull(given.get(it.getKey()))));
    }

    private static Map<String, HclValue> byKey(HclValue.Body body) {
        Map<String, HclValue> byKey = new HashMap<>();
        body.items().forEach(item -> byKey.put(item.key(), item.value()));
        return byKey;
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
