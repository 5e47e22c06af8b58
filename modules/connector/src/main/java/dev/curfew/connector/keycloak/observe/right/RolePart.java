package dev.curfew.connector.keycloak.observe.right;

import dev.curfew.connector.keycloak.facts.RoleRights;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.right.Rights;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Roles as policies, and the applications that give something to their holders.
public final class RolePart implements Part {

    @Override
    public String scope() {
        return Scopes.ROLES;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        Map<String, Role> roles = sheet.take(realm, realm.roles());
        RoleRights rights = new RoleRights(realm.ids(), roles);
        TreeSet<String> applications = new TreeSet<>();
        for (Role role : roles.values()) {
            sheet.took();
            sheet.add(new Policy(
                    RoleRights.id(realm.ids(), role),
                    Rights.KIND,
                    role.isOfRealm() ? role.name() : role.clientId() + "/" + role.name(),
                    rights.text(role),
                    provenance(realm, sheet, role)));
            if (!role.isOfRealm()) {
                applications.add(role.clientId());
            }
        }
        applications.forEach(clientId -> sheet.add(new Resource(
                realm.ids().application(clientId),
                "keycloak.application",
                clientId,
                Sensitivity.UNKNOWN,
                Map.of("realm", realm.name()),
                sheet.from("GET " + realm.path("clients/{id}/roles"), "{}"))));
    }

    private static Provenance provenance(Realm realm, RealmSheet sheet, Role role) {
        Map<String, String> kept = new TreeMap<>();
        kept.put("id", role.id());
        kept.put("name", role.name());
        kept.put("parts", String.join(",", role.parts().stream().sorted().toList()));
        kept.put("partsUnread", role.partsUnread());
        kept.values().removeIf(String::isEmpty);
        String origin = role.isOfRealm() ? "roles" : "clients/{id}/roles";
        return sheet.from("GET " + realm.path(origin), Json.text(kept));
    }
}
