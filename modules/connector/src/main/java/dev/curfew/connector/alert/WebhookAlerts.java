package dev.curfew.connector.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.model.breakglass.Alerts;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A webhook: the message is POSTed to its address as JSON. Asked by `GET <address>?id=…&account=…`, it confirms with a
/// JSON object that has `"confirmed": true` and the same `id`; anything else, a page with status 200 too, is no
/// confirmation.
public final class WebhookAlerts implements Alerts {
    private static final Messages MESSAGES = Messages.of(WebhookAlerts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANSWER_BYTES_MAX = 64 * 1024;

    private final Http http;

    public WebhookAlerts(Http http) {
        this.http = http;
    }

    @Override
    public Told tell(Receiver receiver, Map<String, Object> message) throws InterruptedException {
        try {
            Call call = Call.to("POST", receiver.address(), null, receiver.privateAllowed())
                    .body("application/json", CanonicalJson.bytes(message))
                    .responseBytesMax(ANSWER_BYTES_MAX);
            return switch (http.send(call)) {
                case HttpOutcome.Answered answer ->
                    new Told(
                            answer.meaning() == HttpOutcome.Meaning.DONE,
                            MESSAGES.text("answered", String.valueOf(answer.status())));
                case HttpOutcome.Unanswered none -> new Told(false, words(none, receiver));
            };
        } catch (SourceException e) {
            return new Told(false, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Heard ask(Receiver receiver, String id, String account) throws InterruptedException {
        try {
            Call call = Call.to("GET", asking(receiver.address(), id, account), null, receiver.privateAllowed())
                    .responseBytesMax(ANSWER_BYTES_MAX);
            return switch (http.send(call)) {
                case HttpOutcome.Answered answer -> heard(answer, id);
                case HttpOutcome.Unanswered none -> new Heard.Unclear(words(none, receiver));
            };
        } catch (SourceException e) {
            return new Heard.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static String words(HttpOutcome.Unanswered none, Receiver receiver) {
        return none.detail(MESSAGES.text("inside", receiver.address().getAuthority()));
    }

    private static Heard heard(HttpOutcome.Answered answer, String id) {
        String words = MESSAGES.text("answered", String.valueOf(answer.status()));
        return switch (answer.meaning()) {
            case DONE ->
                confirms(answer.body(), id)
                        ? new Heard.Confirmed(words)
                        : new Heard.NotYet(MESSAGES.text("no-confirmation", String.valueOf(answer.status())));
            case NOT_FOUND -> new Heard.NotYet(words);
            case REFUSED, THROTTLED, REJECTED, ELSEWHERE, FAILED -> new Heard.Unclear(words);
        };
    }

    private static boolean confirms(String body, String id) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.path("confirmed").asBoolean(false)
                    && json.path("id").asText().equals(id);
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// Beside the query that the receiver's address has, if any.
    private static URI asking(URI receiver, String id, String account) {
        String own = receiver.getRawQuery() == null ? "" : receiver.getRawQuery();
        String address = receiver.toString().replaceFirst("[?#].*", "");
        return URI.create(address + "?" + (own.isEmpty() ? "" : own + "&") + "id=" + encoded(id) + "&account="
                + encoded(account));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
