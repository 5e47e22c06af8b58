package dev.curfew.connector.keycloak.realm;

import org.jspecify.annotations.Nullable;

/// Fetched when it is first asked for, and then known. For one thread.
final class Lazy<T> {
    private final Source<T> source;
    private @Nullable Fetched<T> known;

    Lazy(Source<T> source) {
        this.source = source;
    }

    Fetched<T> get() throws InterruptedException {
        Fetched<T> found = known;
        if (found == null) {
            found = source.fetch();
            known = found;
        }
        return found;
    }

    @FunctionalInterface
    interface Source<T> {
        Fetched<T> fetch() throws InterruptedException;
    }
}
