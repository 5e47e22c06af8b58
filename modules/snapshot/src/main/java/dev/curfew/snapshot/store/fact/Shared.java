package dev.curfew.snapshot.store.fact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Of values alike one object: ids come again in grants and trusts, in other blocks. Safe for use by many threads.
public final class Shared {
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // what is equal to a record is of its type
    <T extends Record> T one(T value) {
        Object earlier = known.putIfAbsent(value, value);
        return earlier == null ? value : (T) earlier;
    }
}
