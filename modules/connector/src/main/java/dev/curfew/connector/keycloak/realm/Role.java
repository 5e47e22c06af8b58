package dev.curfew.connector.keycloak.realm;

import java.util.List;

/// A role of a realm or of a client.
///
/// @param id Keycloak's own
/// @param clientId of the client it belongs to, as its users know it; empty for a realm's
/// @param parts ids of the roles that holding it means holding too
/// @param partsUnread why those are not known; empty if they are
public record Role(String id, String clientId, String name, List<String> parts, String partsUnread) {

    public Role {
        parts = List.copyOf(parts);
    }

    public boolean isOfRealm() {
        return clientId.isEmpty();
    }
}
