package dev.curfew.app.usecase.breakglass.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.breakglass.Wrapped;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Connector;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A session on its way to an officer: the wrapping, and all that it takes to open it without a workspace.
///
/// @param label of the envelope: which source, at which address
/// @param officer for whom it is
public record Handover(String label, String path, String use, String officer, Wrapped wrapped)
        implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Handover.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A label has settings of a connection, which may hold certificates.
    private static final long BYTES_MAX = 1024 * 1024;

    /// As it is written to a file that only its owner can read; closed by the caller.
    public Secret text() {
        return Secret.of(CanonicalJson.text(Map.of(
                "label", label,
                "path", path,
                "use", use,
                "officer", officer,
                "madeBy", wrapped.madeBy(),
                "madeAt", wrapped.madeAt().toString(),
                "until", wrapped.until().toString(),
                "accessor", wrapped.accessor(),
                "token", wrapped.token().reveal())));
    }

    /// @throws Refused if it is none
    public static Handover read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new Refused(MESSAGES.text("none", file));
            }
            JsonNode json = JSON.readTree(Files.readString(file));
            return new Handover(
                    json.path("label").asText(),
                    json.path("path").asText(),
                    json.path("use").asText(),
                    json.path("officer").asText(),
                    new Wrapped(
                            Secret.of(json.path("token").asText()),
                            json.path("accessor").asText(),
                            json.path("madeBy").asText(),
                            Instant.parse(json.path("madeAt").asText()),
                            Instant.parse(json.path("until").asText())));
        } catch (JsonProcessingException | DateTimeException _) {
            // The exception quotes what it could not read, so it goes no further.
            throw new Refused(MESSAGES.text("none", file));
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("unread", file), e);
        }
    }

    /// A session that was handed over.
    ///
    /// @param madeAt when its wrapping was made, by the source's own word
    /// @param variables in which programs look for it; the caller closes them
    public record Opened(String path, String use, Instant madeAt, Map<String, Secret> variables) {
        public Opened {
            variables = Map.copyOf(variables);
        }
    }

    /// @throws Refused if its source's kind is not known, or has no wrapping
    /// @throws dev.curfew.model.port.SourceException if it was opened before, its time is over, or it is another
    public Opened open(List<Connector> connectors) throws InterruptedException {
        Connection connection =
                Labels.connection(label).orElseThrow(() -> new Refused(MESSAGES.text("no-label", path)));
        Refused cannot = new Refused(MESSAGES.text("no-wrapping", connection.name(), connection.kind()));
        Map<String, Secret> variables = Connector.of(connection, connectors)
                .flatMap(connector -> connector.emergencyDoor(connection))
                .orElseThrow(() -> cannot)
                .unwrap(wrapped)
                .orElseThrow(() -> cannot);
        return new Opened(path, use, wrapped.madeAt(), variables);
    }

    @Override
    public void close() {
        wrapped.token().close();
    }
}
