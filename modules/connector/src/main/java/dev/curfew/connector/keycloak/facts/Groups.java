package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.util.Map;

/// Groups, and people's accounts, as identities.
public final class Groups {
    private static final Messages MESSAGES = Messages.of(Groups.class);

    private Groups() {}

    public static Identity identity(String realm, IdentityId id, JsonNode group, Provenance provenance) {
        return new Identity(
                id,
                "keycloak.group",
                group.path("path").asText(group.path("name").asText()),
                AttributeOwner.of(group.path("attributes")),
                null,
                new Usage.NotObserved(MESSAGES.text("usage.group")),
                Map.of("realm", realm),
                provenance);
    }

    public static Identity person(String realm, IdentityId id, JsonNode user, Provenance provenance) {
        return new Identity(
                id,
                "keycloak.user",
                user.path("username").asText(),
                AttributeOwner.person(user.path("username").asText()),
                Times.ofMillis(user.path("createdTimestamp")).orElse(null),
                new Usage.NotObserved(MESSAGES.text("usage.person")),
                Map.of(
                        "realm",
                        realm,
                        "enabled",
                        String.valueOf(user.path("enabled").asBoolean())),
                provenance);
    }
}
