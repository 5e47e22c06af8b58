package dev.curfew.app.console.work;

import java.util.Optional;

/// What a screen has to show: not asked for yet, on its way, there, or failed.
public sealed interface Content<T> {

    record Loading<T>() implements Content<T> {}

    record Ready<T>(T value) implements Content<T> {}

    record Failed<T>(Failure failure) implements Content<T> {}

    default Optional<T> ready() {
        return switch (this) {
            case Ready<T>(T value) -> Optional.of(value);
            case Loading<T> _, Failed<T> _ -> Optional.empty();
        };
    }
}
