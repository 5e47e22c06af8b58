package dev.curfew.connector.keycloak.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.id.RoleName;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads one role, with all that it is made of, as it is now.
final class RoleLook {
    private static final Messages MESSAGES = Messages.of(RoleLook.class);

    private final KcSession session;
    private final RoleName name;
    private final Map<String, String> clientIds = new HashMap<>();

    RoleLook(KcSession session, RoleName name) {
        this.session = session;
        this.name = name;
    }

    /// Keycloak's document of the role.
    ///
    /// @throws SourceException if there is no such role, or it cannot be read
    JsonNode document() throws InterruptedException {
        String role = "roles/" + Form.segment(name.role());
        return body(path(name.clientId().isEmpty() ? role : "clients/" + client() + "/" + role));
    }

    /// The role and its parts, by Keycloak's id.
    Map<String, Role> whole(JsonNode first) throws InterruptedException {
        Map<String, Role> whole = new TreeMap<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            JsonNode next = open.remove();
            String id = next.path("id").asText();
            if (!whole.containsKey(id)) {
                List<String> parts = new ArrayList<>();
                if (next.path("composite").asBoolean()) {
                    for (JsonNode part : body(path("roles-by-id/" + Form.segment(id) + "/composites"))) {
                        parts.add(part.path("id").asText());
                        open.add(part);
                    }
                }
                whole.put(id, new Role(id, clientId(next), next.path("name").asText(), parts, ""));
            }
        }
        return whole;
    }

    private String clientId(JsonNode role) throws InterruptedException {
        if (!role.path("clientRole").asBoolean()) {
            return "";
        }
        String container = role.path("containerId").asText();
        String known = clientIds.get(container);
        if (known == null) {
            known = body(path("clients/" + Form.segment(container)))
                    .path("clientId")
                    .asText();
            clientIds.put(container, known);
        }
        return known;
    }

    private String client() throws InterruptedException {
        for (JsonNode client : body(path("clients?" + Form.query("clientId", name.clientId())))) {
            if (client.path("clientId").asText().equals(name.clientId())) {
                return client.path("id").asText();
            }
        }
        throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("role.no-client", name.clientId()));
    }

    private JsonNode body(String path) throws InterruptedException {
        return Answers.body(session.read(path), "role.unread", name.role());
    }

    private String path(String below) {
        return "realms/" + Form.segment(name.realm()) + "/" + below;
    }
}
