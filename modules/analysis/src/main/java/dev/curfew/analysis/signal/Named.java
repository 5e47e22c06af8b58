package dev.curfew.analysis.signal;

import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.stream.Collectors;

/// Whom a signal names.
public sealed interface Named {

    /// Nobody who was read.
    record Nobody() implements Named {}

    /// One; of a repository all that are of it and of no other.
    record Exactly(List<EntityId> entities) implements Named {
        public Exactly {
            entities = List.copyOf(entities);
        }
    }

    /// Somebody, and nobody can tell which of these: nothing is done for it.
    record Ambiguous(List<EntityId> entities) implements Named {
        public Ambiguous {
            entities = List.copyOf(entities);
        }
    }

    /// In the order of their ids.
    default List<EntityId> all() {
        return switch (this) {
            case Nobody() -> List.of();
            case Exactly(List<EntityId> entities) -> entities;
            case Ambiguous(List<EntityId> entities) -> entities;
        };
    }

    default String words() {
        return all().stream().map(EntityId::text).collect(Collectors.joining(", "));
    }
}
