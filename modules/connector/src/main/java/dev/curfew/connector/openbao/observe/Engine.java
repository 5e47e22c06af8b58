package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What kinds of secrets engine hold, and where: the list that names the things, and the path by which one is used.
///
/// @param list below the mount
/// @param use below the mount; the thing's name follows
record Engine(String list, String use) {

    /// Empty for kinds that this table does not know, and for those whose things are nobody's to list (`cubbyhole`).
    static Optional<Engine> of(JsonNode mount) {
        return switch (mount.path("type").asText()) {
            case "kv" ->
                Optional.of(
                        mount.path("options").path("version").asText().equals("2")
                                ? new Engine("metadata/", "data/")
                                : new Engine("", ""));
            case "database", "rabbitmq", "kubernetes" -> Optional.of(new Engine("roles/", "creds/"));
            case "pki" -> Optional.of(new Engine("roles/", "issue/"));
            case "ssh" -> Optional.of(new Engine("roles/", "sign/"));
            case "transit" -> Optional.of(new Engine("keys/", "decrypt/"));
            case "totp" -> Optional.of(new Engine("keys/", "code/"));
            default -> Optional.empty();
        };
    }
}
