package dev.curfew.connector.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// How many calls to a server are under way at once, where a source is not to be asked as much at once as we can.
final class Places {
    private final Map<Server, Semaphore> places = new ConcurrentHashMap<>();

    private record Server(String authority, int atOnce) {}

    /// Given back when the call is over.
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits until there is one. A call that lasts takes none.
    Place take(Call call) throws InterruptedException {
        int atOnce = call.way().requestsAtOnce();
        if (atOnce == 0 || call.isLasting()) {
            return () -> {};
        }
        Semaphore free = places.computeIfAbsent(
                new Server(call.address().getRawAuthority(), atOnce), server -> new Semaphore(server.atOnce()));
        free.acquire();
        return free::release;
    }
}
