package dev.curfew.analysis.reach.route;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What can be worked out again, and is forgotten when the memory is wanted for other things. Safe for use by many
/// threads.
public final class Spare<K, V> {
    private volatile SoftReference<Map<K, V>> kept = new SoftReference<>(new ConcurrentHashMap<>());

    /// To be asked anew for each use: who holds on to it keeps it in memory.
    public Map<K, V> map() {
        Map<K, V> known = kept.get();
        if (known == null) {
            known = new ConcurrentHashMap<>();
            kept = new SoftReference<>(known);
        }
        return known;
    }
}
