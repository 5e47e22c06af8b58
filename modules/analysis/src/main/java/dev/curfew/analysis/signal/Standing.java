package dev.curfew.analysis.signal;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.signal.Signal;
import java.util.List;

/// A signal that no officer settled.
///
/// @param sources whose identities its sender may name; none: of every source
/// @param then whom it named when it was received: it stays about them, whoever goes by that name later
/// @param ambiguous whether it named several then: it stays about none of them
public record Standing(Signal signal, List<String> sources, List<EntityId> then, boolean ambiguous) {
    public Standing {
        sources = List.copyOf(sources);
        then = List.copyOf(then);
    }
}
