package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.connector.http.StrictJson;
import dev.curfew.connector.signal.TipVerdict.Why;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.signal.Sender.Envelope;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads webhooks that are signed with a shared secret. What is read is the signed body alone: the event's name and the
/// delivery's id stand in headers that the signature does not cover, so that whoever caught one delivery could send it
/// again under others. The same body is the same signal.
public final class Webhooks {
    private static final Messages MESSAGES = Messages.of(Webhooks.class);
    private static final StrictJson JSON = new StrictJson(32);

    /// `sha256=`, and the HMAC of the body.
    private static final Pattern HUB = Pattern.compile("sha256=([0-9a-f]{64})");

    private static final Pattern CURFEW = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    /// Of clocks, and of the way.
    private static final Duration SIGNED_MAX = Duration.ofMinutes(5);

    /// A forge lets a delivery be sent again for three days.
    private static final Duration HAPPENED_MAX = Duration.ofDays(3);

    private static final String SCHEMA = "curfew.signal/1";
    private static final Set<String> FIELDS = Set.of("schema", "id", "kind", "subject", "at");
    private static final Readings HUB_READINGS = Readings.packaged("hub.json");

    private Webhooks() {}

    /// @param secret stays the caller's
    /// @param keyed makes a keyed fingerprint
    public static TipVerdict read(
            Envelope envelope, Secret secret, Delivery delivery, UnaryOperator<String> keyed, Instant now) {
        if (delivery.body().length > Delivery.BYTES_MAX) {
            return refused(Why.MALFORMED, "large", Delivery.BYTES_MAX);
        }
        return switch (envelope) {
            case HUB -> hub(secret, delivery, keyed, now);
            case CURFEW -> own(secret, delivery, now);
        };
    }

    private static TipVerdict hub(Secret secret, Delivery delivery, UnaryOperator<String> keyed, Instant now) {
        Matcher signature = HUB.matcher(delivery.signature());
        if (!signature.matches() || !HmacSha256.isOne(signature.group(1), secret, delivery.body())) {
            return refused(Why.SIGNATURE, "signature");
        }
        Optional<ObjectNode> body = JSON.object(delivery.body());
        if (body.isEmpty()) {
            return refused(Why.MALFORMED, "json");
        }
        List<Reading> means = HUB_READINGS.of("", body.get());
        return means.isEmpty()
                ? new TipVerdict.Proven(List.of())
                : hub(means.getFirst(), body.get(), delivery, keyed, now);
    }

    private static TipVerdict hub(
            Reading reading, ObjectNode body, Delivery delivery, UnaryOperator<String> keyed, Instant now) {
        Optional<Instant> at = time(body.at(reading.at()));
        if (at.isEmpty()) {
            return refused(Why.MALFORMED, "at");
        }
        if (at.get().isBefore(now.minus(HAPPENED_MAX)) || at.get().isAfter(now.plus(SIGNED_MAX))) {
            return refused(Why.TIME, "time");
        }
        try {
            SignalSubject subject = reading.form() == SignalSubject.Form.PLACE
                    ? HubPlaces.of(body, keyed)
                    : SignalSubject.of(
                            reading.form(), body.at(reading.subject()).asText());
            String id = "sha256:" + Sha256.hex(new String(delivery.body(), StandardCharsets.ISO_8859_1));
            return new TipVerdict.Proven(List.of(new Tip(id, reading.kind(), List.of(subject), at.get())));
        } catch (IllegalArgumentException _) {
            return refused(Why.MALFORMED, "subject");
        }
    }

    private static TipVerdict own(Secret secret, Delivery delivery, Instant now) {
        Matcher signature = CURFEW.matcher(delivery.signature());
        if (!signature.matches()
                || !HmacSha256.isOne(
                        signature.group(2),
                        secret,
                        (signature.group(1) + ".").getBytes(StandardCharsets.US_ASCII),
                        delivery.body())) {
            return refused(Why.SIGNATURE, "signature");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        if (Duration.between(signed, now).abs().compareTo(SIGNED_MAX) > 0) {
            return refused(Why.TIME, "time");
        }
        return JSON.object(delivery.body()).map(Webhooks::own).orElseGet(() -> refused(Why.MALFORMED, "json"));
    }

    private static TipVerdict own(ObjectNode body) {
        if (!body.path("schema").asText().equals(SCHEMA)
                || body.properties().stream().anyMatch(entry -> !FIELDS.contains(entry.getKey()))) {
            return refused(
                    Why.MALFORMED,
                    "fields",
                    SCHEMA,
                    String.join(", ", FIELDS.stream().sorted().toList()));
        }
        Optional<SignalKind> kind = SignalKind.of(body.path("kind").asText());
        Optional<Instant> at = time(body.path("at"));
        if (kind.isEmpty()) {
            return refused(Why.MALFORMED, "kind");
        }
        if (at.isEmpty()) {
            return refused(Why.MALFORMED, "at");
        }
        try {
            return new TipVerdict.Proven(List.of(
                    new Tip(body.path("id").asText(), kind.get(), Subjects.read(body.path("subject")), at.get())));
        } catch (IllegalArgumentException _) {
            return refused(Why.MALFORMED, "subject");
        }
    }

    private static Optional<Instant> time(JsonNode node) {
        try {
            return Optional.of(OffsetDateTime.parse(node.asText()).toInstant()).filter(Moments::isOne);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static TipVerdict refused(Why why, String key, Object... arguments) {
        return new TipVerdict.Refused(why, MESSAGES.text(key, arguments));
    }
}
