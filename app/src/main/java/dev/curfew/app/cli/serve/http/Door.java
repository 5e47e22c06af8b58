package dev.curfew.app.cli.serve.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.curfew.app.usecase.Frames;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// An HTTP server on this machine's loopback address and nowhere else.
public final class Door implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Door.class);

    /// Those who are being answered are answered first.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int NO_BODY = -1;

    /// Answers one request.
    @FunctionalInterface
    public interface Answering {
        /// @throws Problem for what is answered otherwise
        Reply reply(Inbound request) throws InterruptedException;
    }

    private final HttpServer server;
    private final String scheme;
    private final Gate gate;
    private final Answering answering;
    private final Consumer<String> faults;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(ServeLimits.REQUESTS_MAX);

    private Door(HttpServer server, String scheme, Answering answering, Consumer<String> faults) {
        this.server = server;
        this.scheme = scheme;
        this.gate = new Gate(scheme, server.getAddress().getPort());
        this.answering = answering;
        this.faults = faults;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("serve-", 0).factory());
    }

    /// @param port 0 for any that is free
    /// @param tls null for plain HTTP
    /// @param faults told where it went wrong; the workspace, and with it its log, may be closed then
    /// @throws IOException if the port is taken
    public static Door open(int port, @Nullable SSLContext tls, Answering answering, Consumer<String> faults)
            throws IOException {
        ServeLimits.set();
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        HttpServer server = tls == null ? HttpServer.create(address, 0) : secure(address, tls);
        Door door = new Door(server, tls == null ? "http" : "https", answering, faults);
        server.setExecutor(door.threads);
        server.createContext("/", door::handle);
        server.start();
        return door;
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = tls.getDefaultSSLParameters();
                all.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                // those who have none show a token
                all.setWantClientAuth(true);
                parameters.setSSLParameters(all);
            }
        });
        return server;
    }

    public String address() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, placed(exchange));
        }
    }

    private Reply placed(HttpExchange exchange) {
        if (!places.tryAcquire()) {
            return Problem.of(ProblemKind.BUSY, MESSAGES.text("many"))
                    .header("Retry-After", "1")
                    .reply();
        }
        try {
            gate.check(exchange.getRequestURI(), exchange.getRequestHeaders());
            return answering.reply(new Inbound(exchange));
        } catch (Problem problem) {
            return problem.reply();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Problem.of(ProblemKind.BUSY, MESSAGES.text("stopping")).reply();
        } catch (RuntimeException fault) {
            // its message may quote anything
            faults.accept(Frames.of(fault));
            return Problem.of(ProblemKind.FAULT, MESSAGES.text("fault")).reply();
        } finally {
            places.release();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        if (body.length > 0) {
            headers.set("Content-Type", reply.contentType());
        }
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(headers::set);
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bare ? NO_BODY : body.length);
        if (!bare) {
            // sent before what is left of a request is read
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop((int) GRACE.toSeconds());
        threads.shutdownNow();
        threads.close();
    }
}
