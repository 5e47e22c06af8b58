package dev.curfew.connector.keycloak.observe.right;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.Documents;
import dev.curfew.connector.keycloak.facts.Groups;
import dev.curfew.connector.keycloak.facts.Mappings;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;

/// Groups with their roles. A group has those of the one above it too.
public final class GroupPart implements Part {

    @Override
    public String scope() {
        return Scopes.GROUPS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        for (JsonNode group : sheet.take(realm, realm.groups()).values()) {
            IdentityId id = realm.ids().group(group.path("id").asText());
            Provenance provenance = sheet.from("GET " + realm.path("groups"), Documents.group(group));
            sheet.took();
            sheet.add(Groups.identity(realm.name(), id, group, provenance));
            Mappings.ofGroup(realm.ids(), id, group, provenance).forEach(sheet::add);
            String above = group.path("parentId").asText();
            if (!above.isEmpty()) {
                sheet.add(new Membership(id, realm.ids().group(above), provenance));
            }
        }
    }
}
