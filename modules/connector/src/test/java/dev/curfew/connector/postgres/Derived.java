package dev.curfew.connector.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What the facts come to for each role, worked out plainly: memberships followed, policies read.
final class Derived {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, List<String>> policies = new HashMap<>();
    private final Map<String, List<JsonNode>> entries = new HashMap<>();
    private final Map<String, List<String>> folds = new HashMap<>();
    private final Set<String> resources = new TreeSet<>();

    Derived(Facts facts) {
        for (Membership membership : facts.all(Membership.class)) {
            groups.computeIfAbsent(membership.member().nativeId(), _ -> new ArrayList<>())
                    .add(membership.group().nativeId());
        }
        for (Grant grant : facts.all(Grant.class)) {
            policies.computeIfAbsent(grant.subject().nativeId(), _ -> new ArrayList<>())
                    .add(grant.policy().nativeId());
        }
        facts.all(Policy.class).stream()
                .filter(policy -> policy.kind().equals("curfew.grants"))
                .forEach(policy -> entries.put(policy.id().nativeId(), list(policy.text())));
        facts.all(Resource.class).forEach(this::resource);
    }

    private static List<JsonNode> list(String text) {
        List<JsonNode> list = new ArrayList<>();
        tree(text).path("statements").forEach(statement -> {
            List<String> actions = new ArrayList<>();
            statement.path("actions").forEach(action -> actions.add(action.asText()));
            list.add(((ObjectNode) statement).put("rights", String.join(", ", actions)));
        });
        return list;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void resource(Resource resource) {
        String id = resource.id().nativeId();
        int fold = id.indexOf("-fold/");
        if (fold < 0) {
            resources.add(id);
            return;
        }
        String place = id.substring(0, fold) + id.substring(fold + "-fold".length(), id.lastIndexOf('.') + 1);
        List<String> names = new ArrayList<>();
        tree(resource.provenance().document()).path("names").forEach(name -> names.add(place + name.asText()));
        folds.put(id, names);
        resources.addAll(names);
    }

    /// Ids of what was read, one for each name in a fold.
    Set<String> resources(String prefix) {
        Set<String> some = new TreeSet<>();
        resources.stream().filter(id -> id.startsWith(prefix)).forEach(some::add);
        return some;
    }

    /// A role, and all that it has the rights of.
    Set<String> held(String role) {
        return closure(role, _ -> false);
    }

    /// Roles whose rights it has.
    Set<String> inherits(String role) {
        Set<String> roles = new TreeSet<>();
        held(role).forEach(id -> {
            if (id.startsWith("role/") || id.startsWith("rights/")) {
                roles.add(id.substring(id.indexOf('/') + 1));
            }
        });
        return roles;
    }

    /// Roles that it can become by `SET ROLE`, now: a membership that inherits and may become, or a power to become.
    Set<String> becomes(String role) {
        Set<String> roles = new TreeSet<>();
        closure(role, entry -> entry.path("rights").asText().equals("SET ROLE")).forEach(id -> {
            if (id.startsWith("role/")) {
                roles.add(id.substring("role/".length()));
            }
        });
        return roles;
    }

    private Set<String> closure(String start, Predicate<JsonNode> step) {
        Set<String> seen = new LinkedHashSet<>(List.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String id = open.pop();
            List<String> next = new ArrayList<>(groups.getOrDefault(id, List.of()));
            entriesOf(id).stream()
                    .filter(entry -> entry.path("level").asText().equals("become") && step.test(entry))
                    .forEach(entry -> next.add(entry.path("on").asText()));
            next.stream().filter(seen::add).forEach(open::push);
        }
        return seen;
    }

    private List<JsonNode> entriesOf(String id) {
        return policies.getOrDefault(id, List.of()).stream()
                .flatMap(policy -> entries.getOrDefault(policy, List.of()).stream())
                .toList();
    }

    /// Whether its own attributes, which nobody inherits, make it superuser.
    boolean isSuperuser(String role) {
        return entriesOf(role).stream()
                .anyMatch(entry -> entry.path("rights").asText().equals("SUPERUSER"));
    }

    /// Privileges on things as `thing privilege`, with a star behind what may be handed on; an owner's as `owner`.
    Set<String> rights(String role) {
        Set<String> rights = new HashSet<>();
        for (String id : held(role)) {
            for (JsonNode entry : entriesOf(id)) {
                String on = entry.path("on").asText();
                String star = entry.path("level").asText().equals("permissions") ? "*" : "";
                for (String each : folds.getOrDefault(on, List.of(on))) {
                    privileges(entry.path("rights").asText()).forEach(word -> rights.add(each + " " + word + star));
                }
            }
        }
        return rights;
    }

    /// A list of columns has commas too.
    private static List<String> privileges(String words) {
        return words.endsWith(")") ? List.of(words) : Arrays.asList(words.split(", "));
    }

    /// Things that an own entry of the role has without needing more.
    Set<String> withoutMore(String role, String prefix) {
        Set<String> things = new TreeSet<>();
        entriesOf(role).stream()
                .filter(entry -> entry.path("on").asText().startsWith(prefix) && !entry.has("condition"))
                .forEach(entry -> things.addAll(folds.getOrDefault(
                        entry.path("on").asText(), List.of(entry.path("on").asText()))));
        return things;
    }
}
