package dev.curfew.app.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A small receiver of notices on loopback.
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                JsonNode json = JSON.readTree(exchange.getRequestBody());
                if (status < 300) {
                    received.add(json);
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public void answers(int answer) {
        status = answer;
    }

    /// Of each notice that was taken, its event.
    public List<String> events() {
        return received.stream().map(one -> one.path("event").asText()).toList();
    }

    JsonNode last() {
        return received.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
