package dev.curfew.snapshot.store.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which facts of a block have ended, by their position in it, and with which sync. Immutable.
public final class Ends {
    /// None has.
    public static final Ends NONE = new Ends(new TreeMap<>());

    private final SortedMap<Integer, Long> byPosition;

    private Ends(SortedMap<Integer, Long> byPosition) {
        this.byPosition = byPosition;
    }

    /// @param bytes from [#toBytes]; null: none has ended
    public static Ends of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return NONE;
        }
        SortedMap<Integer, Long> ends = new TreeMap<>();
        ByteReader in = new ByteReader(bytes);
        int position = 0;
        while (!in.isAtEnd()) {
            position = Math.addExact(position, Math.toIntExact(in.unsigned()));
            ends.put(position, in.unsigned());
        }
        return new Ends(ends);
    }

    /// Positions as differences, each with its sync.
    public byte[] toBytes() {
        ByteWriter out = new ByteWriter();
        int before = 0;
        for (var end : byPosition.entrySet()) {
            out.unsigned(end.getKey() - (long) before);
            out.unsigned(end.getValue());
            before = end.getKey();
        }
        return out.toBytes();
    }

    /// With these ended too.
    public Ends with(Collection<Integer> positions, long validTo) {
        SortedMap<Integer, Long> ends = new TreeMap<>(byPosition);
        positions.forEach(position -> ends.put(position, validTo));
        return new Ends(ends);
    }

    /// Whether the fact had ended by this sync.
    public boolean isEnded(int position, long number) {
        Long end = byPosition.get(position);
        return end != null && end <= number;
    }

    /// Those of this sync and of earlier ones, which stay as they are whatever comes later.
    public Ends until(long number) {
        SortedMap<Integer, Long> until = new TreeMap<>(byPosition);
        until.values().removeIf(end -> end > number);
        return new Ends(until);
    }

    /// The positions of the facts that have ended.
    public Set<Integer> positions() {
        return Collections.unmodifiableSet(byPosition.keySet());
    }

    public int count() {
        return byPosition.size();
    }
}
