package dev.curfew.model.snapshot;

import java.util.Set;
import java.util.function.Function;

/// Names something that is worked out of some parts of a snapshot and of nothing else. A [SnapshotIndex] works it out
/// when it is first asked for, and hands it on to the next one that has these parts, the same objects.
///
/// @param <T> safe for use by many threads, and without the index in it: that knows the other parts as they were
public final class Derived<T> {
    private final Function<SnapshotIndex, T> make;
    private final Set<Part> from;

    private Derived(Function<SnapshotIndex, T> make, Set<Part> from) {
        this.make = make;
        this.from = from;
    }

    /// @param make must look at these parts alone
    public static <T> Derived<T> of(Function<SnapshotIndex, T> make, Part... from) {
        return new Derived<>(make, Set.of(from));
    }

    T make(SnapshotIndex index) {
        return make.apply(index);
    }

    boolean isShared(Snapshot one, Snapshot other) {
        return from.stream().allMatch(part -> part.isShared(one, other));
    }
}
