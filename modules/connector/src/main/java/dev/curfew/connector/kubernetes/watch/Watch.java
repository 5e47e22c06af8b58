package dev.curfew.connector.kubernetes.watch;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import java.time.Duration;
import java.util.function.Consumer;

/// Watches one kind of object, and goes on where a watch ended.
final class Watch {
    /// Below the client's time for an answer.
    private static final int SECONDS = 45;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A server that is started again is back after so many tries.
    private static final int FAILURES_MAX = 20;

    private final KubeSession session;
    private final Collection collection;
    private final Consumer<String> changed;
    private EventReader reader = new EventReader("", () -> {});

    /// @param changed told the collection's scope
    Watch(KubeSession session, Collection collection, Consumer<String> changed) {
        this.session = session;
        this.collection = collection;
        this.changed = changed;
    }

    /// From now on. What happens before [#follow] is called is told then.
    KubeAnswer begin() throws InterruptedException {
        HeadReader head = new HeadReader();
        KubeAnswer answer = session.stream(collection.path() + "?limit=1", Form.METADATA.accept(), head);
        if (answer instanceof KubeAnswer.Done) {
            reader = new EventReader(head.version(), () -> changed.accept(collection.scope()));
        }
        return answer;
    }

    /// @return what came in the way
    KubeAnswer follow() throws InterruptedException {
        int failures = 0;
        while (true) {
            long startedAt = System.nanoTime();
            KubeAnswer answer = session.follow(path(), Form.EVENTS.accept(), reader);
            boolean lost = reader.isLost() || answer instanceof KubeAnswer.Gone;
            if (lost && begin() instanceof KubeAnswer.Done) {
                // whatever was missed is found by reading
                changed.accept(collection.scope());
            } else if (answer instanceof KubeAnswer.Done) {
                failures = 0;
            } else if (!isPassing(answer) || ++failures == FAILURES_MAX) {
                return answer;
            }
            if (System.nanoTime() - startedAt < PAUSE.toNanos()) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean isPassing(KubeAnswer answer) {
        return answer instanceof KubeAnswer.Silent
                || answer instanceof KubeAnswer.Failed
                || answer instanceof KubeAnswer.Throttled
                || answer instanceof KubeAnswer.Gone;
    }

    private String path() {
        return collection.path() + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=" + SECONDS + "&resourceVersion="
                + KubePath.encode(reader.version());
    }
}
