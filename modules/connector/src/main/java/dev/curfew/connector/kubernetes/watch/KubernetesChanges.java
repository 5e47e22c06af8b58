package dev.curfew.connector.kubernetes.watch;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.observe.ClusterReading;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Follows a cluster by a watch for each kind of object that may be watched.
public final class KubernetesChanges implements ChangeFeed {
    private static final Messages MESSAGES = Messages.of(KubernetesChanges.class);

    /// What is applied from one file comes in many calls.
    private static final Duration SETTLE = Duration.ofMillis(300);

    private final ClusterReading reading;
    private final KubeSession session;
    private final LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("watch-", 0).factory());
    private volatile @Nullable KubeAnswer lost;

    /// @param session closed with this
    private KubernetesChanges(ClusterReading reading, KubeSession session) {
        this.reading = reading;
        this.session = session;
    }

    /// @throws SourceException if nothing may be watched
    public static KubernetesChanges open(KubeAccess access, ClusterReading reading) throws InterruptedException {
        KubernetesChanges changes = new KubernetesChanges(reading, access.reading());
        boolean opened = false;
        try {
            changes.begin(reading.collections());
            opened = true;
            return changes;
        } finally {
            if (!opened) {
                changes.close();
            }
        }
    }

    private void begin(List<Collection> collections) throws InterruptedException {
        List<Watch> watches = new ArrayList<>();
        KubeAnswer refused = null;
        for (Collection collection : collections) {
            Watch watch = new Watch(session, collection, changed::add);
            KubeAnswer answer = watch.begin();
            if (answer instanceof KubeAnswer.Done) {
                watches.add(watch);
            } else {
                refused = answer;
            }
        }
        if (watches.isEmpty() && refused != null) {
            throw failure(refused);
        }
        for (Watch watch : watches) {
            threads.execute(() -> follow(watch));
        }
    }

    private void follow(Watch watch) {
        try {
            KubeAnswer answer = watch.follow();
            // one that may be listed and not watched is found by a whole reading
            if (!(answer instanceof KubeAnswer.Forbidden)) {
                lost = answer;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Set<String> await(Duration atMost) throws InterruptedException {
        String first = changed.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        KubeAnswer trouble = lost;
        if (trouble != null) {
            throw failure(trouble);
        }
        Set<String> scopes = new HashSet<>();
        if (first != null) {
            scopes.add(first);
            Thread.sleep(SETTLE);
            changed.drainTo(scopes);
        }
        return scopes;
    }

    @Override
    public Observation read(Set<String> scopes, Progress progress) throws InterruptedException {
        return reading.some(scopes, progress);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        session.close();
    }

    private static SourceException failure(KubeAnswer answer) {
        SourceException.Kind kind = switch (answer) {
            case KubeAnswer.Unauthenticated _, KubeAnswer.Forbidden _ -> SourceException.Kind.REFUSED;
            case KubeAnswer.Throttled _ -> SourceException.Kind.THROTTLED;
            case KubeAnswer.Failed _, KubeAnswer.Silent _ -> SourceException.Kind.UNREACHABLE;
            case KubeAnswer.Done _,
                    KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Foreign _ -> SourceException.Kind.MALFORMED;
        };
        return new SourceException(kind, MESSAGES.text("lost", answer.words()));
    }
}
