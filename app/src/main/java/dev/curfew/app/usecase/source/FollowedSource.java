package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.SourceException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one source whole, and from then on what its feed says has changed; whole again from time to time, for feeds do
/// not tell of everything. A source that tells of nothing is read whole, the less often the longer that takes.
final class FollowedSource implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedSource.class);

    private static final Duration WHOLE_EVERY = Duration.ofMinutes(15);
    private static final Duration WITHOUT_FEED = Duration.ofMinutes(5);
    private static final Duration AWAIT = Duration.ofSeconds(30);
    private static final Duration RETRY_FIRST = Duration.ofSeconds(5);
    private static final Duration RETRY_LAST = Duration.ofMinutes(5);

    /// A source in which something happens all the time spends no more than a fifth of it on being read.
    private static final int REST_PARTS = 4;

    private final Connection connection;
    private final Reading reading;
    private final Consumer<SyncResult> told;
    private Duration retry = RETRY_FIRST;

    FollowedSource(Connection connection, Reading reading, Consumer<SyncResult> told) {
        this.connection = connection;
        this.reading = reading;
        this.told = told;
    }

    @Override
    public void run() {
        try {
            while (true) {
                try {
                    follow();
                    retry = RETRY_FIRST;
                } catch (SourceException e) {
                    failed(e);
                    Thread.sleep(retry);
                    retry = retry.multipliedBy(2).compareTo(RETRY_LAST) < 0 ? retry.multipliedBy(2) : RETRY_LAST;
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is not followed any more", connection.name());
        } catch (Refused e) {
            LOG.warn("{} cannot be followed", connection.name(), e);
        }
    }

    /// Only the first of several in a row is told: the source is as it was.
    private void failed(SourceException e) {
        LOG.debug("{} could not be followed", connection.name(), e);
        if (retry.equals(RETRY_FIRST)) {
            told.accept(new SyncResult.Failed(connection.name(), e.kind(), String.valueOf(e.getMessage())));
        }
    }

    private void follow() throws InterruptedException {
        try (ChangeFeed feed = reading.changes(connection).orElse(null)) {
            long startedAt = System.nanoTime();
            tell(reading.again(connection, Optional.ofNullable(feed)));
            if (feed == null) {
                Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
                Thread.sleep(longer(WITHOUT_FEED, took.multipliedBy(REST_PARTS * 5L)));
                return;
            }
            retry = RETRY_FIRST;
            listen(feed, startedAt + WHOLE_EVERY.toNanos());
        }
    }

    private void listen(ChangeFeed feed, long until) throws InterruptedException {
        while (System.nanoTime() < until) {
            Set<String> changed = feed.await(AWAIT);
            if (!changed.isEmpty()) {
                long startedAt = System.nanoTime();
                tell(reading.part(connection, feed, changed));
                Thread.sleep(Duration.ofNanos((System.nanoTime() - startedAt) * REST_PARTS));
            }
        }
    }

    private void tell(SyncResult.Recorded recorded) {
        if (recorded.summary().rowsWritten() + recorded.summary().removed() > 0) {
            told.accept(recorded);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
