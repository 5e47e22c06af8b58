package dev.curfew.testbed.memory;

import dev.curfew.model.port.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Records in a map.
final class MemoryRecords<T> implements Records<T> {
    private final Map<String, T> byKey;
    private final Function<T, String> key;

    MemoryRecords(Function<T, String> key) {
        this(new LinkedHashMap<>(), key);
    }

    private MemoryRecords(Map<String, T> byKey, Function<T, String> key) {
        this.byKey = byKey;
        this.key = key;
    }

    MemoryRecords<T> copy() {
        return new MemoryRecords<>(new LinkedHashMap<>(byKey), key);
    }

    @Override
    public Optional<T> find(String wanted) {
        return Optional.ofNullable(byKey.get(wanted));
    }

    @Override
    public List<T> all() {
        return List.copyOf(byKey.values());
    }

    @Override
    public List<T> startingWith(String prefix) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void save(T value) {
        byKey.put(key.apply(value), value);
    }

    @Override
    public void remove(String unwanted) {
        byKey.remove(unwanted);
    }
}
