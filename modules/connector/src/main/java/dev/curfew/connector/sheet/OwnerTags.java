package dev.curfew.connector.sheet;

import dev.curfew.model.attribute.Ownership;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Who answers for something, by what stands beside it under one of some keys. Each source calls that otherwise: tags,
/// labels, metadata, attributes.
///
/// @param keys the first counts that is there and not blank
/// @param evidence what is said of where it was written, by the key
public record OwnerTags(List<String> keys, UnaryOperator<String> evidence) {
    public OwnerTags {
        keys = List.copyOf(keys);
    }

    public Ownership of(Map<String, String> tags) {
        return of(key -> tags.getOrDefault(key, ""));
    }

    /// @param value of a key; empty where there is none
    public Ownership of(UnaryOperator<String> value) {
        for (String key : keys) {
            String owner = value.apply(key).strip();
            if (!owner.isEmpty()) {
                return new Ownership.Owned(owner, evidence.apply(key));
            }
        }
        return new Ownership.Unowned();
    }
}
