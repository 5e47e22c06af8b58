package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.ArrayList;
import java.util.List;

/// Who holds which roles, and is in which groups, by Keycloak's documents of it.
public final class Mappings {

    private Mappings() {}

    /// A service account's, as far as its tokens name them.
    public static List<Grant> grants(Ids ids, IdentityId holder, List<Role> named, Provenance provenance) {
        return named.stream()
                .map(role -> grant(holder, RoleRights.id(ids, role), provenance))
                .toList();
    }

    /// @param document of `role-mappings`: those of the realm, and those of each client by its client id
    public static List<Grant> grants(Ids ids, IdentityId holder, JsonNode document, Provenance provenance) {
        List<Grant> grants = new ArrayList<>();
        for (JsonNode role : document.path("realmMappings")) {
            grants.add(grant(holder, ids.realmRole(role.path("name").asText()), provenance));
        }
        document.path("clientMappings").properties().forEach(client -> {
            for (JsonNode role : client.getValue().path("mappings")) {
                PolicyId policy =
                        ids.clientRole(client.getKey(), role.path("name").asText());
                grants.add(grant(holder, policy, provenance));
            }
        });
        return grants;
    }

    /// @param document a group's: names of the realm's roles, and of each client's
    public static List<Grant> ofGroup(Ids ids, IdentityId group, JsonNode document, Provenance provenance) {
        List<Grant> grants = new ArrayList<>();
        for (JsonNode role : document.path("realmRoles")) {
            grants.add(grant(group, ids.realmRole(role.asText()), provenance));
        }
        document.path("clientRoles").properties().forEach(client -> {
            for (JsonNode role : client.getValue()) {
                grants.add(grant(group, ids.clientRole(client.getKey(), role.asText()), provenance));
            }
        });
        return grants;
    }

    public static List<Membership> memberships(Ids ids, IdentityId member, JsonNode groups, Provenance provenance) {
        List<Membership> memberships = new ArrayList<>();
        for (JsonNode group : groups) {
            memberships.add(new Membership(member, ids.group(group.path("id").asText()), provenance));
        }
        return memberships;
    }

    public static Grant grant(IdentityId holder, PolicyId role, Provenance provenance) {
        return new Grant(holder, role, GrantRole.IDENTITY, "", provenance);
    }
}
