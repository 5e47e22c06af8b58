package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.facts.Documents;
import dev.curfew.connector.keycloak.facts.OutsideLogins;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.estate.Provenance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Outside logins: whose word Keycloak takes, and the roles that their mappers give.
public final class IdentityProviderPart implements Part {
    private final Reading reading;

    public IdentityProviderPart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.IDENTITY_PROVIDERS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        String path = realm.path("identity-provider/instances");
        List<JsonNode> providers = sheet.take(realm, reading.list(path));
        Map<String, String> mappers = new TreeMap<>();
        for (JsonNode provider : providers) {
            String alias = provider.path("alias").asText();
            Provenance provenance = sheet.from("GET " + path, Documents.identityProvider(provider));
            sheet.took();
            sheet.add(OutsideLogins.identity(realm.ids(), provider, provenance));
            mappers.put(alias, path + "/" + Form.segment(alias) + "/mappers");
        }
        Provenance given = sheet.from("GET " + path + "/{alias}/mappers", "{}");
        sheet.take(realm, reading.each(scope(), mappers))
                .forEach((alias, list) ->
                        OutsideLogins.grants(realm.ids(), alias, list, given).forEach(sheet::add));
    }
}
