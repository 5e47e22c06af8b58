package dev.curfew.model.port;

import java.util.List;
import java.util.Optional;

/// Records of one type, by key.
public interface Records<T> {

    Optional<T> find(String key);

    /// In the order of their first saving.
    List<T> all();

    /// Those whose key starts with the prefix, in the order of their first saving.
    List<T> startingWith(String prefix);

    /// Adds it, or replaces the one with its key.
    void save(T value);

    /// Does nothing where there is none of that key.
    void remove(String key);
}
