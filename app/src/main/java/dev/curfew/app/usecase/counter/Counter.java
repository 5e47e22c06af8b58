package dev.curfew.app.usecase.counter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the process that has a workspace open for long does errands for others that could open it, so that nobody has
/// to wait until it is closed. A socket of this machine, of this user, and sealed with the workspace's shared key.
public final class Counter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    /// At once; one server brings one at a time.
    private static final int LINES_MAX = 8;

    static final String ERRAND = "errand";
    static final String SLIP = "slip";

    private final ServerSocketChannel door;
    private final Path socket;
    private final byte[] key;
    private final Clerk clerk;
    private final Consumer<Slip> done;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("counter-", 0).factory());
    private final Semaphore lines = new Semaphore(LINES_MAX);

    /// Who has not said yet what they want. Nobody waits for them when this is closed.
    private final Set<SocketChannel> unheard = ConcurrentHashMap.newKeySet();

    private Counter(ServerSocketChannel door, Path socket, byte[] key, Clerk clerk, Consumer<Slip> done) {
        this.door = door;
        this.socket = socket;
        this.key = key;
        this.clerk = clerk;
        this.done = done;
    }

    /// @param workspace open in this process, so that no other has a counter there
    /// @param key the workspace's shared key
    /// @param done told of each errand, from any thread
    /// @return empty where this system has no such sockets, or refuses this one: then others wait as before
    public static Optional<Counter> open(Path workspace, byte[] key, Clerk clerk, Consumer<Slip> done) {
        Path socket = CounterPlace.of(workspace);
        try {
            CounterPlace.clear(socket);
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Counter counter = new Counter(door, socket, key, clerk, done);
            door.bind(UnixDomainSocketAddress.of(socket));
            counter.threads.execute(counter::receive);
            return Optional.of(counter);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("no counter: those who ask wait until this workspace is closed", e);
            return Optional.empty();
        }
    }

    private void receive() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                if (lines.tryAcquire()) {
                    unheard.add(channel);
                    if (!door.isOpen()) {
                        channel.close();
                    }
                    threads.execute(() -> serve(channel));
                } else {
                    channel.close();
                }
            } catch (IOException e) {
                LOG.debug("the counter is closed, or somebody hung up", e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel;
                Line line = Line.begun(channel, key, false)) {
            Errand errand = ErrandJson.read(line.hear(ERRAND));
            unheard.remove(channel);
            Slip slip = clerk.does(errand);
            done.accept(slip);
            line.say(SLIP, slip.toJson());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("an errand was not understood, or nobody waited for its end", e);
        } finally {
            unheard.remove(channel);
            lines.release();
        }
    }

    /// Those errands that are being done are done first.
    @Override
    public void close() {
        try {
            door.close();
            for (SocketChannel each : unheard) {
                each.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.close();
        }
    }
}
