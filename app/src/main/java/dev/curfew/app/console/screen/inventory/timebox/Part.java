package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.model.id.EntityId;
import java.util.Optional;

/// What may be given an end of what somebody has.
///
/// @param id of the policy or the group; empty: all of it
/// @param words what people call it
public record Part(Optional<EntityId> id, String words) {}
