package dev.curfew.analysis.graph.kept;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Numbers things in the order in which they are first asked about; each is written out then.
///
/// @param <T> equal ones have one number
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final Consumer<T> write;
    private int next;

    /// @param known have the first numbers, and are not written
    /// @param write is told of each other thing once; must not ask about another of its kind
    Numbering(List<T> known, Consumer<T> write) {
        this.write = write;
        for (T thing : known) {
            numbers.putIfAbsent(thing, next);
            next++;
        }
    }

    Numbering(Consumer<T> write) {
        this(List.of(), write);
    }

    int of(T thing) {
        Integer known = numbers.putIfAbsent(thing, next);
        if (known != null) {
            return known;
        }
        write.accept(thing);
        return next++;
    }

    /// The number that the next new thing gets.
    int next() {
        return next;
    }
}
