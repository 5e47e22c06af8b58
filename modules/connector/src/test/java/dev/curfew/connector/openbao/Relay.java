package dev.curfew.connector.openbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// Hands every request on to a real server, and loses the answer to the next one of a kind after it was done.
final class Relay implements AutoCloseable {
    private final MockWebServer front = new MockWebServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Relay(URI behind) {
        front.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                asked.add(request.getUrl().encodedPath());
                MockResponse answer = handOn(behind, request);
                return lost.remove(request.getMethod() + " " + request.getUrl().encodedPath())
                        ? new MockResponse.Builder()
                                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                                .build()
                        : answer;
            }
        });
        try {
            front.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse handOn(URI behind, RecordedRequest request) throws InterruptedException {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        HttpRequest.Builder copy = HttpRequest.newBuilder(behind.resolve(request.getTarget()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofString(body));
        String token = request.getHeaders().get("X-Vault-Token");
        if (token != null) {
            copy.header("X-Vault-Token", token);
        }
        try {
            HttpResponse<String> answer =
                    client.send(copy.header("X-Vault-Request", "true").build(), HttpResponse.BodyHandlers.ofString());
            return new MockResponse.Builder()
                    .code(answer.statusCode())
                    .body(answer.body())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return front.url("/").uri();
    }

    /// The paths that were asked for since this was asked the last time.
    List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.removeAll(since);
        return since;
    }

    /// @param call `METHOD /path`
    void lose(String call) {
        lost.add(call);
    }

    @Override
    public void close() {
        client.close();
        front.close();
    }
}
