package dev.curfew.app.chain.kill;

import dev.curfew.testbed.kubernetes.Kubernetes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// When a server itself stops taking tokens, asked beside whoever ends them: no proof comes before that.
final class Floor implements AutoCloseable {
    private static final long EVERY_NANOS = 50_000_000L;
    private static final int REFUSED = 401;

    private final Kubernetes server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Instant>> ends;

    Floor(Kubernetes server, Collection<String> tokens) {
        this.server = server;
        ends = tokens.stream().map(token -> threads.submit(() -> end(token))).toList();
    }

    private Instant end(String token) {
        while (server.call("GET", "/api", Map.of(), token).status() != REFUSED) {
            if (Thread.interrupted()) {
                throw new CompletionException(new InterruptedException());
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
        return Instant.now();
    }

    /// Of the last of them.
    Instant last() throws InterruptedException, ExecutionException {
        List<Instant> all = new ArrayList<>();
        for (Future<Instant> end : ends) {
            all.add(end.get());
        }
        return Collections.max(all);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
