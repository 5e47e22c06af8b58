package dev.curfew.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// How tests arrange a server: plainly, with the JDK's own client, so that no code under test is trusted for it.
public final class HttpCall {
    private static final Messages MESSAGES = Messages.of(HttpCall.class);

    /// Seen: Keycloak's first realm, 5 s. A loaded machine with two cores can be ten times slower, and more.
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpCall() {}

    /// @param headers names and values in turn
    public static Answer send(HttpClient client, String method, URI address, String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(ANSWER_MAX)
                .headers(headers)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + address.getPath(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new TestbedException(MESSAGES.text("call.unanswered", method, address, String.valueOf(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException(MESSAGES.text("call.unanswered", method, address, "interrupted"), e);
        }
    }

    public static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
