package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer.Lease;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a secrets engine hands out on a lease: a login of a database, a key of a cloud.
///
/// <https://openbao.org/api-docs/secret/databases/>, <https://developer.hashicorp.com/vault/api-docs/secret/aws>
final class EngineLease {
    private static final Messages MESSAGES = Messages.of(EngineLease.class);

    /// Of a session that nobody can take back, whatever becomes of its lease.
    private static final String SESSION = "security_token";

    /// By what the engine calls it, where programs look for it.
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "username", List.of("CURFEW_USERNAME", "PGUSER"),
            "password", List.of("CURFEW_PASSWORD", "PGPASSWORD"),
            "access_key", List.of("AWS_ACCESS_KEY_ID"),
            "secret_key", List.of("AWS_SECRET_ACCESS_KEY"));

    private EngineLease() {}

    /// @throws SourceException if it is none, or none that can be taken back
    static Lease of(SourceName source, String path, BaoAnswer answer) {
        if (!(answer instanceof BaoAnswer.Done done)) {
            String key = answer.leavesOpen() ? "lease-uncertain" : "lease-refused";
            throw answer.failure(MESSAGES.text(key, path, answer.words()));
        }
        String id = done.body().path("lease_id").asText();
        if (id.isEmpty()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("lease-none", path));
        }
        if (!done.data().path(SESSION).asText("").isEmpty()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("lease-session", path));
        }
        return new Lease(
                Leases.credential(source, id),
                Secret.of(said(done.data())),
                variables(done.data()),
                Duration.ofSeconds(done.body().path("lease_duration").asLong()),
                OpenBaoRevoker.REVOKE_LEASE);
    }

    /// As it was handed out, but for fields of which it says that they are not.
    private static String said(JsonNode data) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        data.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> said.set(field.getKey(), field.getValue()));
        return said.toString();
    }

    private static Map<String, Secret> variables(JsonNode data) {
        Map<String, Secret> variables = new TreeMap<>();
        VARIABLES.forEach((field, names) -> {
            String value = data.path(field).asText("");
            if (!value.isEmpty()) {
                names.forEach(name -> variables.put(name, Secret.of(value)));
            }
        });
        return variables;
    }
}
