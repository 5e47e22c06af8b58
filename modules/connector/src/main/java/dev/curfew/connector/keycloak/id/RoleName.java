package dev.curfew.connector.keycloak.id;

import dev.curfew.model.id.PolicyId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// What the native id of a role names.
///
/// @param clientId as its users know it; empty for a role of the realm
public record RoleName(String realm, String clientId, String role) {

    /// @throws IllegalArgumentException if it is no role's
    public static RoleName of(PolicyId policy) {
        String[] parts = policy.nativeId().split("/", -1);
        if (parts.length == 3 && parts[0].equals("role")) {
            return new RoleName(parts[1], "", decoded(parts[2]));
        }
        if (parts.length == 4 && parts[0].equals("client-role")) {
            return new RoleName(parts[1], decoded(parts[2]), decoded(parts[3]));
        }
        throw new IllegalArgumentException("not a role of Keycloak's: " + policy);
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }
}
