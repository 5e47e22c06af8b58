package dev.curfew.governance.outcome;

import java.util.function.Function;

/// What was asked for, or why it was not done.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /// Nothing was changed, unless `words` say so.
    ///
    /// @param words what happened and what to do, for a person
    record Refused<T>(Refusal why, String words) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /// @param arguments for the refusal's words, in the order of its key in `messages.properties`
    static <T> Outcome<T> refused(Refusal why, Object... arguments) {
        return new Refused<>(why, why.words(arguments));
    }

    /// Goes on with the value, or stays refused.
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal why, String words) -> new Refused<>(why, words);
        };
    }

    /// Turns the value into another, or stays refused.
    default <R> Outcome<R> map(Function<? super T, R> change) {
        return then(value -> done(change.apply(value)));
    }

    /// @throws IllegalStateException with the refusal's words if it was refused: for callers that have made sure
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Refusal why, String words) -> throw new IllegalStateException(why + ": " + words);
        };
    }
}
