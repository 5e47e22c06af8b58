package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoUser;
import dev.curfew.connector.openbao.approle.Approles;
import java.util.Optional;

/// Which login an entity's alias is of, where a login has an identity of its own and lets in nobody else.
final class AliasLogins {
    private AliasLogins() {}

    /// The login's identity, by its native id. An approle's alias is named by the role's id, and says the role's name
    /// since the role last logged in.
    static Optional<String> of(JsonNode alias) {
        String mount =
                alias.path("mount_path").asText().replaceFirst("^auth/", "").replaceFirst("/$", "");
        String role = alias.path("metadata").path("role_name").asText();
        return switch (alias.path("mount_type").asText()) {
            case "userpass" -> Optional.of(new BaoUser(mount, alias.path("name").asText()).nativeId());
            case "approle" -> role.isEmpty() ? Optional.empty() : Optional.of(Approles.identity(mount + "/" + role));
            default -> Optional.empty();
        };
    }
}
