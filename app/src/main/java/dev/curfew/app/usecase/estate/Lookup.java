package dev.curfew.app.usecase.estate;

import dev.curfew.model.id.EntityId;
import java.util.List;

/// What a person's text names: an id with its source, a bare ARN or accessor, or a name.
public sealed interface Lookup {

    record Found(EntityId id) implements Lookup {}

    record Unknown(String text) implements Lookup {}

    /// More than one thing; never act on it.
    record Ambiguous(String text, List<EntityId> candidates) implements Lookup {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }
}
