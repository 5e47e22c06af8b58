package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.connector.record.line.JsonLines;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The logins with a secret id, as the audit file tells them: each with the role's name and the secret id's metadata.
/// Others of the same role and metadata cannot be told from it, and count as its own.
final class SecretIdUses {
    private static final Messages MESSAGES = Messages.of(SecretIdUses.class);

    private static final String ROLE = "role_name";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final InstantSource clock;

    SecretIdUses(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /// @param data what its lookup answered
    /// @throws SourceException if there is no such record, or it may lack a login
    Usage of(SecretId secretId, JsonNode data) throws InterruptedException {
        Path file = AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING));
        Instant since = Json.instant(data.path("creation_time")).orElse(Instant.EPOCH);
        Logins logins = new Logins(connection.settings().getOrDefault(BaoAccess.NAMESPACE, ""), secretId, data);
        RecordLog.Told told = new RecordLog<>(new JsonLines("time", _ -> true), file, clock)
                .read(logins::take, MESSAGES.text("called"), since, Progress.SILENT);
        if (!told.unread().isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED, MESSAGES.text("unread", String.join(" ", told.unread())));
        }
        Instant from = told.from().orElse(clock.instant());
        Duration reach = Duration.between(from, clock.instant());
        // OpenBao answers nobody before it has written: a login that cannot be audited is refused
        UsageQuality quality = new UsageQuality(
                MESSAGES.text("record", told.record()),
                Duration.ZERO,
                reach.isNegative() ? Duration.ZERO : reach,
                false);
        return logins.last == null ? new Usage.NoneSeen(quality) : new Usage.Seen(logins.last, logins.from, quality);
    }

    /// The last one of them.
    private static final class Logins {
        private final String path;
        private final Map<String, String> marks;
        private @Nullable Instant last;
        private String from = "";

        private Logins(String namespace, SecretId secretId, JsonNode data) {
            path = (namespace.isEmpty() || namespace.endsWith("/") ? namespace : namespace + "/")
                    + secretId.loginPath();
            marks = new TreeMap<>(Json.textMap(data.path("metadata")));
            marks.put(ROLE, secretId.roleName());
        }

        /// False for a line that cannot be read.
        private boolean take(String text) {
            // Most lines are of others, and are not taken apart.
            if (!text.contains(ROLE)) {
                return true;
            }
            try {
                look(JSON.readTree(text));
                return true;
            } catch (JsonProcessingException _) {
                return false;
            }
        }

        private void look(JsonNode line) {
            JsonNode request = line.path("request");
            boolean its = line.path("type").asText().equals("response")
                    && line.path("error").asText().isEmpty()
                    && (request.path("namespace").path("path").asText()
                                    + request.path("path").asText())
                            .equals(path)
                    && Json.textMap(line.path("response").path("auth").path("metadata"))
                            .equals(marks);
            if (its) {
                Json.instant(line.path("time")).ifPresent(at -> {
                    last = at;
                    from = request.path("remote_address").asText();
                });
            }
        }
    }
}
