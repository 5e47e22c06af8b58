package dev.curfew.connector.keycloak.realm;

import dev.curfew.connector.keycloak.api.KcAnswer;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was fetched, and the answer that kept the rest back.
///
/// @param value what came, which may be nothing
/// @param missing null if all came
/// @param misses how many things did not
public record Fetched<T>(T value, @Nullable KcAnswer missing, long misses) {

    public static <T> Fetched<T> whole(T value) {
        return new Fetched<>(value, null, 0);
    }

    public static <T> Fetched<T> upTo(T value, KcAnswer missing) {
        return new Fetched<>(value, missing, 1);
    }

    public Optional<KcAnswer> gap() {
        return Optional.ofNullable(missing);
    }

    <R> Fetched<R> map(Function<T, R> to) {
        return new Fetched<>(to.apply(value), missing, misses);
    }

    /// With the gap of what it was made with.
    Fetched<T> after(Fetched<?> before) {
        return before.missing == null ? this : new Fetched<>(value, before.missing, before.misses + misses);
    }
}
