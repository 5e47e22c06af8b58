package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Identity providers as identities: whoever controls one logs in as those whom it vouches for.
public final class OutsideLogins {
    private static final Messages MESSAGES = Messages.of(OutsideLogins.class);

    private OutsideLogins() {}

    public static Identity identity(Ids ids, JsonNode provider, Provenance provenance) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("realm", ids.realm());
        tags.put("protocol", provider.path("providerId").asText());
        tags.put("enabled", String.valueOf(provider.path("enabled").asBoolean()));
        tags.put("trust-email", String.valueOf(provider.path("trustEmail").asBoolean()));
        JsonNode config = provider.path("config");
        tags.put(
                "issuer",
                config.path("issuer").asText(config.path("trustDomain").asText()));
        tags.values().removeIf(String::isEmpty);
        return new Identity(
                ids.identityProvider(provider.path("alias").asText()),
                "keycloak.identity-provider",
                provider.path("alias").asText(),
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(MESSAGES.text("usage.untold")),
                tags,
                provenance);
    }

    /// The roles that mappers give to whoever logs in there.
    public static List<Grant> grants(Ids ids, String alias, JsonNode mappers, Provenance provenance) {
        IdentityId holder = ids.identityProvider(alias);
        List<Grant> grants = new ArrayList<>();
        for (JsonNode mapper : mappers) {
            String role = mapper.path("config").path("role").asText();
            if (!role.isEmpty()) {
                grants.add(Mappings.grant(holder, role(ids, role), provenance));
            }
        }
        return grants.stream().distinct().toList();
    }

    /// A mapper names a client's role as `<client id>.<role>`; a client id may hold dots, a role hardly ever does.
    private static PolicyId role(Ids ids, String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ids.realmRole(name) : ids.clientRole(name.substring(0, dot), name.substring(dot + 1));
    }
}
