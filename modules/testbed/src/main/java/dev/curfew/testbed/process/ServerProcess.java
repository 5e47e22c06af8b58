package dev.curfew.testbed.process;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// A running server of ours. It ends with [#close], with the JVM, and on Linux also when the JVM is killed.
public final class ServerProcess implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(ServerProcess.class);

    /// Seen: OpenBao 0.3 s, moto 1 s, Keycloak 22 s. A loaded machine with two cores can be ten times slower.
    private static final Duration READY_MAX = Duration.ofMinutes(4);

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration POLL_ANSWER_MAX = Duration.ofSeconds(5);

    /// A port can be taken between picking it and listening on it; three times in a row would be something else.
    private static final int STARTS_MAX = 3;

    /// With the pause between them some ten seconds.
    private static final int STARTS_AGAIN_MAX = 20;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Process process;
    private final URI address;
    private final Thread stopAtExit;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
        this.stopAtExit = new Thread(process::destroyForcibly, "testbed-stop");
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /// @throws TestbedException if it is not ready in time
    public static ServerProcess start(Launch launch) {
        return startReady(launch, server -> server.becomesReady(launch));
    }

    /// A server that does not speak HTTP.
    ///
    /// @param sign whether the server on a port is ready; asked again and again
    /// @throws TestbedException if it is not ready in time
    public static ServerProcess start(Launch launch, IntPredicate sign) {
        return startReady(launch, server -> server.becomesReady(sign));
    }

    /// Where another one of ours listened before.
    public static ServerProcess startAgain(Launch launch, int port) {
        return startAgain(launch, port, server -> server.becomesReady(launch));
    }

    /// As above, for a server that does not speak HTTP.
    public static ServerProcess startAgain(Launch launch, IntPredicate sign, int port) {
        return startAgain(launch, port, server -> server.becomesReady(sign));
    }

    /// What a killed server left behind goes after it, not with it: PostgreSQL does not start while its last children
    /// hold its memory.
    private static ServerProcess startAgain(Launch launch, int port, Predicate<ServerProcess> becomesReady) {
        for (int attempt = 1; ; attempt++) {
            ServerProcess server = new ServerProcess(spawn(launch, port), launch.address(port));
            if (becomesReady.test(server)) {
                return server;
            }
            boolean ended = !server.process.isAlive();
            server.close();
            if (!ended || attempt == STARTS_AGAIN_MAX) {
                throw new TestbedException(
                        MESSAGES.text("start.failed", launch.name(), READY_MAX.toSeconds(), "no answer", launch.log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted", e);
        }
    }

    private static ServerProcess startReady(Launch launch, Predicate<ServerProcess> becomesReady) {
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.pick();
            ServerProcess server = new ServerProcess(spawn(launch, port), launch.address(port));
            if (becomesReady.test(server)) {
                return server;
            }
            boolean ended = !server.process.isAlive();
            server.close();
            if (!ended || attempt == STARTS_MAX) {
                String how = ended ? "exit " + server.process.exitValue() : "no answer";
                throw new TestbedException(
                        MESSAGES.text("start.failed", launch.name(), READY_MAX.toSeconds(), how, launch.log()));
            }
        }
    }

    public URI address() {
        return address;
    }

    /// Has it end by itself, and waits for that.
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
        removeHook();
    }

    /// At once: what these servers hold is nobody's to keep, and some would wait for idle connections first.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            // The signal was sent; whoever interrupted is waiting for more than this process.
            Thread.currentThread().interrupt();
        }
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException _) {
            // The JVM is going down already, and the hook with it.
        }
    }

    /// The kernel sends the parent-death signal when the thread that forked ends (prctl(2), PR_SET_PDEATHSIG), so the
    /// fork is done by a thread that stays for as long as the child does.
    private static Process spawn(Launch launch, int port) {
        ProcessBuilder builder = new ProcessBuilder(command(launch, port));
        builder.environment().putAll(launch.environment().apply(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(launch.log().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        FutureTask<Process> started = new FutureTask<>(() -> {
            Files.createDirectories(launch.log().getParent());
            return builder.start();
        });
        Thread.ofPlatform().name("testbed-" + launch.name()).daemon().start(() -> {
            started.run();
            if (started.state() == FutureTask.State.SUCCESS) {
                awaitEnd(started.resultNow());
            }
        });
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new TestbedException(
                    MESSAGES.text("start.failed", launch.name(), 0, String.valueOf(e.getCause()), launch.log()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException(MESSAGES.text("start.failed", launch.name(), 0, "interrupted", launch.log()), e);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Launch launch, int port) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
        }
        command.addAll(launch.command().apply(port));
        return command;
    }

    private boolean becomesReady(Launch launch) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(launch.readiness()))
                .timeout(POLL_ANSWER_MAX)
                .build();
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        try {
            // a server writes its certificate before it listens
            while (launch.certificate() != null && !Tls.isWritten(launch.certificate())) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    return false;
                }
                process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
            try (HttpClient client = Tls.client(launch.certificate())) {
                while (process.isAlive() && System.nanoTime() < deadline) {
                    if (answers(client, request)) {
                        return true;
                    }
                    process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean becomesReady(IntPredicate sign) {
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        try {
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (sign.test(address.getPort())) {
                    return true;
                }
                process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException _) {
            // Not listening yet.
            return false;
        }
    }
}
