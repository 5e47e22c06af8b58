package dev.curfew.connector.openbao.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.connection.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An approle to log in by.
///
/// @param mount of the login, without slashes at its ends
/// @param secretId closed with this
record RoleLogin(String mount, String roleId, Secret secretId) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USUAL_MOUNT = "approle";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Takes JSON with `role_id`, `secret_id` and `mount`, and the same as words: `role_id=… secret_id=… mount=…`.
    ///
    /// @return empty if it is neither
    static Optional<RoleLogin> parse(Secret text) {
        return text.use(characters -> of(fields(new String(characters).strip())));
    }

    private static Optional<RoleLogin> of(Map<String, String> fields) {
        String roleId = fields.getOrDefault("role_id", "");
        String secretId = fields.getOrDefault("secret_id", "");
        return roleId.isEmpty() || secretId.isEmpty()
                ? Optional.empty()
                : Optional.of(new RoleLogin(
                        fields.getOrDefault("mount", USUAL_MOUNT).replaceAll("^/+|/+$", ""),
                        roleId,
                        Secret.of(secretId)));
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        if (text.startsWith("{")) {
            try {
                JsonNode object = JSON.readTree(text);
                object.fieldNames()
                        .forEachRemaining(
                                name -> fields.put(name, object.path(name).asText()));
            } catch (JsonProcessingException _) {
                // The exception quotes what it could not read.
                return Map.of();
            }
        } else {
            SPACE.splitAsStream(text).forEach(word -> {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    fields.put(word.substring(0, equals), word.substring(equals + 1));
                }
            });
        }
        return fields;
    }

    /// Encoded, below `/v1/`.
    String path() {
        return "auth/" + BaoPath.encode(mount) + "/login";
    }

    @Override
    public void close() {
        secretId.close();
    }

    /// Without what it holds.
    @Override
    public String toString() {
        return "RoleLogin[" + mount + "]";
    }
}
