package dev.curfew.app.breakglass;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A monitoring system's webhook on this machine. It takes every message; whether it then says that it knows of it is
/// up to the test.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile boolean confirming = true;
    private volatile Predicate<String> noticing = _ -> false;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/break-glass", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/break-glass";
    }

    /// What it notices without being told, by the account's name.
    void noticing(Predicate<String> does) {
        noticing = does;
    }

    void confirming(boolean does) {
        confirming = does;
    }

    List<String> messages() {
        return messages;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                messages.add(body);
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            String query = exchange.getRequestURI().getQuery();
            String id = query.replaceAll(".*\\bid=([^&]*).*", "$1");
            boolean known = noticing.test(query.replaceAll(".*\\baccount=([^&]*).*", "$1"))
                    || messages.stream().anyMatch(message -> message.contains("\"id\":\"" + id + "\""));
            // A page that answers everything with 200 is no confirmation.
            byte[] answer = (confirming && known ? "{\"confirmed\":true,\"id\":\"" + id + "\"}" : "<html>OK</html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
