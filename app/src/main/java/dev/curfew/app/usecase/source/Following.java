package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows every source that was read before, each on a thread of its own, until it is closed: what changes there is
/// read again and recorded. Nothing of it runs on the thread that makes it.
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /// What was connected or taken away is seen after so long, even if nobody says so.
    private static final long LOOK_SECONDS = 60;

    private final Supplier<List<Connection>> connections;
    private final Reading reading;
    private final Consumer<SyncResult> told;
    private final Map<SourceName, Followed> followed = new HashMap<>();
    private final Semaphore news = new Semaphore(1);
    private final Thread supervisor;

    private record Followed(Connection connection, Thread thread) {}

    /// @param connections those that are to be followed, now
    /// @param told of each reading that changed something, and of the first failure of several, on another thread
    Following(Supplier<List<Connection>> connections, Reading reading, Consumer<SyncResult> told) {
        this.connections = connections;
        this.reading = reading;
        this.told = told;
        supervisor = Thread.ofVirtual().name("following").start(this::supervise);
    }

    /// Sources may have been connected, read for the first time, changed, or taken away.
    public void update() {
        news.release();
    }

    private void supervise() {
        try {
            while (true) {
                if (news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
                adjust(connections.get());
            }
        } catch (InterruptedException _) {
            LOG.debug("no source is followed any more");
        } finally {
            followed.values().forEach(each -> each.thread().interrupt());
            followed.values().forEach(each -> join(each.thread()));
        }
    }

    private void adjust(List<Connection> wanted) {
        followed.values().removeIf(each -> {
            boolean over = !wanted.contains(each.connection()) || !each.thread().isAlive();
            if (over) {
                each.thread().interrupt();
            }
            return over;
        });
        for (Connection connection : wanted) {
            followed.computeIfAbsent(
                    connection.name(),
                    name -> new Followed(
                            connection,
                            Thread.ofVirtual()
                                    .name("following-" + name)
                                    .start(new FollowedSource(connection, reading, told))));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends within a second or so; nothing is recorded afterwards.
    @Override
    public void close() {
        supervisor.interrupt();
        join(supervisor);
    }
}
