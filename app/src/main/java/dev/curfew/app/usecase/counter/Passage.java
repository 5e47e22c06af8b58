package dev.curfew.app.usecase.counter;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings errands to the counter of whoever has the workspace open.
public final class Passage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    /// As long as a pipeline waits for the workspace itself.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Path socket;
    private final byte[] key;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("counter-clock").factory());

    /// @param key the workspace's shared key
    public Passage(Path workspace, byte[] key) {
        this.socket = CounterPlace.of(workspace);
        this.key = key;
    }

    /// @return what became of it; empty if nobody is there, and nothing was done
    public Optional<Slip> bring(Errand errand) throws InterruptedException {
        boolean said = false;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var late = clock.schedule(() -> hangUp(channel), ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
            try (Line line = Line.begun(channel, key, true)) {
                said = true;
                line.say(Counter.ERRAND, ErrandJson.of(errand));
                return Optional.of(Slip.read(line.hear(Counter.SLIP)));
            } finally {
                late.cancel(false);
            }
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.debug("nobody at the counter, or they went away", e);
            return said ? Optional.of(Slip.of(Slip.Kind.FAULT, Map.of())) : Optional.empty();
        }
    }

    private static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("it was closed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
