package dev.curfew.connector.keycloak.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.facts.ClientFacts;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a client whose service account holds one role and nothing else.
///
/// All that it is goes into the call that makes it: seen with 26.7.3, a later change of a client takes the end of its
/// secret away where the realm has no rotation policy.
final class NewClient {
    private static final Messages MESSAGES = Messages.of(NewClient.class);

    /// What puts roles, and whom the token stands for, into a token. `offline_access` is not among them: no login
    /// outlives the secret.
    private static final List<String> SCOPES = List.of("basic", "roles");

    private final KcSession session;
    private final KcSession reading;
    private final String realm;
    private final String clientId;

    /// @param session to act with
    /// @param reading to look with what became of it: the acting client is not shown which roles of the realm are held
    NewClient(KcSession session, KcSession reading, String realm, String clientId) {
        this.session = session;
        this.reading = reading;
        this.realm = realm;
        this.clientId = clientId;
    }

    /// @return Keycloak's id. Not repeated: an answer that got lost may have been a client; its label is in it
    String make(Box box, String receipt) throws InterruptedException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(ClientFacts.LABEL, clientId);
        attributes.put("curfew.receipt", receipt);
        attributes.put("access.token.lifespan", String.valueOf(box.tokensLast().toSeconds()));
        attributes.put(
                "client.secret.expiration.time",
                String.valueOf(box.secretEndsAt().getEpochSecond()));
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", clientId);
        client.put("enabled", true);
        client.put("publicClient", false);
        client.put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("fullScopeAllowed", true);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("defaultClientScopes", SCOPES);
        client.put("optionalClientScopes", List.of());
        client.put("attributes", attributes);
        KcAnswer answer = session.post(path("clients"), client);
        return Answers.done(answer, "issue.refused", clientId).made();
    }

    /// Takes away what every user has, and gives the one role.
    void hold(String id, JsonNode role) throws InterruptedException {
        String user = Answers.body(session.read(client(id) + "/service-account-user"), "issue.account", clientId)
                .path("id")
                .asText();
        String mappings = path("users/" + Form.segment(user) + "/role-mappings");
        JsonNode usual = Answers.body(session.read(mappings + "/realm"), "issue.account", clientId);
        Answers.done(session.delete(mappings + "/realm", references(usual)), "issue.account", clientId);
        String where = role.path("clientRole").asBoolean()
                ? "/clients/" + Form.segment(role.path("containerId").asText())
                : "/realm";
        Answers.done(session.post(mappings + where, List.of(reference(role))), "issue.role", clientId);
        JsonNode held = Answers.body(reading.read(mappings), "issue.account", clientId);
        List<String> names = new ArrayList<>();
        held.path("realmMappings").forEach(each -> names.add(each.path("id").asText()));
        held.path("clientMappings")
                .forEach(client -> client.path("mappings")
                        .forEach(each -> names.add(each.path("id").asText())));
        if (!names.equals(List.of(role.path("id").asText()))) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("issue.more", clientId));
        }
    }

    /// As Keycloak has it now.
    JsonNode document(String id) throws InterruptedException {
        return Answers.body(session.read(client(id)), "issue.unread", clientId);
    }

    KcAnswer takeBack(String id) throws InterruptedException {
        return session.delete(client(id));
    }

    private static List<Map<String, Object>> references(JsonNode roles) {
        List<Map<String, Object>> references = new ArrayList<>();
        roles.forEach(role -> references.add(reference(role)));
        return references;
    }

    private static Map<String, Object> reference(JsonNode role) {
        return Map.of("id", role.path("id").asText(), "name", role.path("name").asText());
    }

    private String client(String id) {
        return path("clients/" + Form.segment(id));
    }

    private String path(String below) {
        return "realms/" + Form.segment(realm) + "/" + below;
    }
}
