package dev.curfew.connector.keycloak.observe.right;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.facts.RoleRights;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.keycloak.realm.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where Keycloak lists who holds power over a realm.
final class Powerful {
    private final Realm realm;
    private final List<Role> roles;

    Powerful(Realm realm, Map<String, Role> roles) {
        this.realm = realm;
        RoleRights rights = new RoleRights(realm.ids(), roles);
        this.roles = roles.values().stream().filter(rights::isAdministrative).toList();
    }

    /// Paths of lists of users.
    List<String> lists() throws InterruptedException {
        Map<String, String> clients = new TreeMap<>();
        for (JsonNode client : realm.clients().value()) {
            clients.put(client.path("clientId").asText(), client.path("id").asText());
        }
        List<String> lists = new ArrayList<>();
        for (Role role : roles) {
            String holder = role.isOfRealm() ? "" : "clients/" + clients.get(role.clientId()) + "/";
            lists.add(realm.path(holder + "roles/" + Form.segment(role.name()) + "/users"));
        }
        for (String group : groups()) {
            lists.add(realm.path("groups/" + group + "/members"));
        }
        return lists;
    }

    /// Those with such a role, and all below them.
    private Set<String> groups() throws InterruptedException {
        Map<String, JsonNode> all = realm.groups().value();
        Map<String, Boolean> known = new HashMap<>();
        Set<String> powerful = new HashSet<>();
        for (String id : all.keySet()) {
            if (isPowerful(id, all, known)) {
                powerful.add(id);
            }
        }
        return powerful;
    }

    private boolean isPowerful(String id, Map<String, JsonNode> all, Map<String, Boolean> known) {
        Boolean found = known.get(id);
        if (found != null) {
            return found;
        }
        JsonNode group = all.get(id);
        boolean powerful = group != null
                && (roles.stream().anyMatch(role -> holds(group, role))
                        || isPowerful(group.path("parentId").asText(), all, known));
        known.put(id, powerful);
        return powerful;
    }

    private static boolean holds(JsonNode group, Role role) {
        JsonNode names = role.isOfRealm()
                ? group.path("realmRoles")
                : group.path("clientRoles").path(role.clientId());
        for (JsonNode name : names) {
            if (name.asText().equals(role.name())) {
                return true;
            }
        }
        return false;
    }
}
