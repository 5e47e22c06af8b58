package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;

/// One part of a reading, which may fail without the others.
sealed interface Attempt<T> {

    record Got<T>(T value) implements Attempt<T> {}

    record Missed<T>(PgFailure failure) implements Attempt<T> {}

    /// Reads something.
    @FunctionalInterface
    interface Try<T> {
        T read() throws PgException, InterruptedException;
    }

    static <T> Attempt<T> at(Try<T> part) throws InterruptedException {
        try {
            return new Got<>(part.read());
        } catch (PgException e) {
            return new Missed<>(e.failure());
        }
    }

    default T or(T other) {
        return switch (this) {
            case Got<T>(T value) -> value;
            case Missed<T> _ -> other;
        };
    }
}
