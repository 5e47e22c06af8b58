package dev.curfew.analysis.hcl;

import java.util.List;

/// One entry of a body: `key = value`, or `key "label" { … }`.
///
/// @param keys the key, then its labels
/// @param line where it starts, from 1
public record HclItem(List<String> keys, HclValue value, int line) {

    public HclItem {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an item has a key");
        }
    }

    public String key() {
        return keys.getFirst();
    }
}
