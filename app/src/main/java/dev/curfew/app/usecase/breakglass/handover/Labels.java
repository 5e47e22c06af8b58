package dev.curfew.app.usecase.breakglass.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an envelope's label says of its source.
public final class Labels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /// Empty where it names none.
    public static Optional<Connection> connection(String text) {
        try {
            JsonNode label = JSON.readTree(text);
            Map<String, String> settings = new HashMap<>();
            label.path("settings")
                    .properties()
                    .forEach(setting ->
                            settings.put(setting.getKey(), setting.getValue().asText()));
            return Optional.of(new Connection(
                    new SourceName(label.path("source").asText()),
                    label.path("kind").asText(),
                    URI.create(label.path("address").asText()),
                    false,
                    Instant.EPOCH,
                    settings));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            // Whoever asks says that it is broken.
            return Optional.empty();
        }
    }
}
