package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.signal.SignalSubject;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Where a forge's secret scanning found a secret: its events have the repository, the type of secret, path, line and
/// the file's blob, and never need the secret itself
/// (<https://docs.github.com/en/webhooks/webhook-events-and-payloads#secret_scanning_alert_location>).
final class HubPlaces {
    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{40}");
    private static final JsonNode TYPES = Readings.json("hub-secrets.json");

    private HubPlaces() {}

    /// What names nobody where the type of secret is none that files are scanned for, or no blob is told.
    ///
    /// @throws IllegalArgumentException for what is on several lines, or too long
    static SignalSubject of(JsonNode body, UnaryOperator<String> keyed) {
        JsonNode details = body.at("/location/details");
        String file = "%s/%s:%s"
                .formatted(
                        body.at("/repository/full_name").asText(),
                        details.path("path").asText(),
                        details.path("start_line").asText());
        String form = TYPES.path(body.at("/alert/secret_type").asText()).asText();
        String blob = details.path("blob_sha").asText();
        return form.isEmpty() || !BLOB.matcher(blob).matches()
                ? SignalSubject.of(SignalSubject.Form.OTHER, file)
                : SignalSubject.of(SignalSubject.Form.PLACE, new SecretPlace(file, form, keyed.apply(blob)).text());
    }
}
