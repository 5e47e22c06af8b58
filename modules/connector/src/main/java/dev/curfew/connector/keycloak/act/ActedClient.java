package dev.curfew.connector.keycloak.act;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.ClientFacts;

/// A client as it is when something is done to it.
///
/// @param path its own, of the admin API
/// @param document with its secrets: not kept
record ActedClient(String path, JsonNode document) {

    boolean isEnabled() {
        return document.path("enabled").asBoolean();
    }

    long notBefore() {
        return document.path("notBefore").asLong();
    }

    long secretMadeAt() {
        return document.path("attributes").path("client.secret.creation.time").asLong();
    }

    boolean hasRotated() {
        return document.path("attributes").hasNonNull("client.secret.rotated");
    }

    boolean isIssued() {
        return document.path("attributes").hasNonNull(ClientFacts.LABEL);
    }

    String clientId() {
        return document.path("clientId").asText();
    }

    @Override
    public String toString() {
        return "ActedClient[" + path + "]";
    }
}
