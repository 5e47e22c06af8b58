package dev.curfew.connector.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.curfew.connector.http.Form;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Where the browser brings the issuer's answer: a port of this machine's loopback address, for one sign-in (RFC 8252,
/// section 7.3). What lacks the state that was sent with the asking is another answer, and is passed over.
final class Loopback implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Loopback.class);
    private static final String PATH = "/signed-in";

    private final HttpServer server;
    private final ExecutorService threads;
    private final String state;
    private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(1);

    private Loopback(HttpServer server, String state) {
        this.server = server;
        this.state = state;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("signed-in-", 0).factory());
    }

    /// @throws IOException if it cannot listen
    static Loopback open(String state) throws IOException {
        // by number, since "localhost" may be resolved to somewhere else (RFC 8252, section 8.3)
        InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        Loopback loopback = new Loopback(HttpServer.create(any, 0), state);
        loopback.server.createContext("/", loopback::answer);
        loopback.server.setExecutor(loopback.threads);
        loopback.server.start();
        return loopback;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /// The parameters of the answer; empty if none came in time.
    Optional<Map<String, String>> await(Duration longest) throws InterruptedException {
        return Optional.ofNullable(answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> fields = Form.read(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        boolean ours = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals(PATH)
                && state.equals(fields.get("state"));
        try (exchange) {
            say(exchange, ours);
        } finally {
            // once the browser has its page, or did not wait for it; it may ask twice, and the first answer is the one
            if (ours) {
                answers.offer(fields);
            }
        }
    }

    private static void say(HttpExchange exchange, boolean ours) throws IOException {
        byte[] page = MESSAGES.text(ours ? "page.done" : "page.other").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(ours ? 200 : 400, page.length);
        exchange.getResponseBody().write(page);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
