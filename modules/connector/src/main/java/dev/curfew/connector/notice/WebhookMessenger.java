package dev.curfew.connector.notice;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.http.Trust;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// POSTs notices as JSON. The header `Curfew-Signature` has the time and an HMAC-SHA-256 of time, dot and body under
/// the carrier's secret, so that a receiver knows who says it, and that it is not said again later by others;
/// `Curfew-Notice` has the notice's id, which is the same however often it is sent.
final class WebhookMessenger {
    private static final Messages MESSAGES = Messages.of(WebhookMessenger.class);

    private final Http http;
    private final InstantSource clock;

    WebhookMessenger(Http http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Told carry(Carrier.Way.Webhook webhook, Notice notice, @Nullable Secret secret) throws InterruptedException {
        if (secret == null) {
            return new Told(false, MESSAGES.text("no-secret"));
        }
        byte[] body = CanonicalJson.bytes(json(notice));
        String time = String.valueOf(clock.instant().getEpochSecond());
        try {
            Call call = Call.to("POST", webhook.address(), trust(webhook), webhook.privateAllowed())
                    .header("Curfew-Notice", notice.id())
                    .header(
                            "Curfew-Signature",
                            "t=" + time + ",v1="
                                    + HmacSha256.hex(secret, (time + ".").getBytes(StandardCharsets.US_ASCII), body))
                    .body("application/json", body)
                    // twice is told by the id
                    .repeatable();
            return switch (http.send(call)) {
                case HttpOutcome.Answered answer ->
                    new Told(
                            answer.meaning() == HttpOutcome.Meaning.DONE,
                            MESSAGES.text(
                                    answer.meaning() == HttpOutcome.Meaning.ELSEWHERE ? "elsewhere" : "answered",
                                    String.valueOf(answer.status())));
                case HttpOutcome.Unanswered none -> new Told(false, words(none, webhook));
            };
        } catch (SourceException e) {
            return new Told(false, String.valueOf(e.getMessage()));
        }
    }

    static Map<String, Object> json(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "curfew.notice/1");
        json.put("id", notice.id());
        json.put("event", notice.event().text());
        json.put("about", notice.about());
        json.put("title", notice.title());
        json.put("text", notice.words());
        json.put("officers", notice.officers());
        json.put("urgent", notice.isUrgent());
        json.put("at", notice.at().toString());
        return json;
    }

    private static String words(HttpOutcome.Unanswered none, Carrier.Way.Webhook webhook) {
        return none.detail(MESSAGES.text("inside", webhook.address().getAuthority()));
    }

    /// @throws SourceException if they cannot be read
    private static @Nullable Trust trust(Carrier.Way.Webhook webhook) {
        try {
            return webhook.caCertificates().isEmpty() ? null : new Trust(webhook.caCertificates());
        } catch (IllegalArgumentException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("certificates"), e);
        }
    }
}
