package dev.curfew.governance.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// For what a voice is handed on. An empty set is everything.
///
/// @param roles of those that whoever hands it on has
/// @param environments as connections say them
/// @param sources by their names
public record Scope(Set<String> roles, Set<String> environments, Set<String> sources) {
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        roles = Set.copyOf(roles);
        environments = Set.copyOf(environments);
        sources = Set.copyOf(sources);
    }

    boolean covers(String source, String environment) {
        return holds(sources, source) && holds(environments, environment);
    }

    /// Those of these roles that it is for.
    Set<String> of(Collection<String> held) {
        return held.stream().filter(role -> holds(roles, role)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(Set<String> named, String one) {
        return named.isEmpty() || named.contains(one);
    }

    /// Sorted, for canonical JSON.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("roles", List.copyOf(new TreeSet<>(roles)));
        json.put("environments", List.copyOf(new TreeSet<>(environments)));
        json.put("sources", List.copyOf(new TreeSet<>(sources)));
        return json;
    }

    static Scope of(JsonNode json) {
        return new Scope(set(json.path("roles")), set(json.path("environments")), set(json.path("sources")));
    }

    private static Set<String> set(JsonNode json) {
        Set<String> all = new TreeSet<>();
        json.forEach(one -> all.add(one.asText()));
        return all;
    }

    /// For a person, in a few words.
    public String words() {
        String words =
                List.of(part("roles", roles), part("environments", environments), part("sources", sources)).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? DelegationWords.of("scope.all") : words;
    }

    private static String part(String key, Set<String> named) {
        return named.isEmpty() ? "" : DelegationWords.of("scope." + key, String.join(" ", new TreeSet<>(named)));
    }
}
