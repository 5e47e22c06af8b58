package dev.curfew.app.usecase.inventory;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Optional;

/// One thing in full, for the inspector.
///
/// @param fact itself, with its provenance and source document
/// @param line its line in the inventory; empty for policies, resources, and credentials of an identity
/// @param credentials what proves it; for a credential: those it minted
/// @param held its grants with the policy each one carries, its groups' too
public record EntityDetail(
        EntityId id, Fact fact, Optional<InventoryLine> line, List<Credential> credentials, List<Held> held) {
    public EntityDetail {
        credentials = List.copyOf(credentials);
        held = List.copyOf(held);
    }

    /// @param through the group that holds it, or the thing itself
    /// @param policy empty where the policy's text was not read
    public record Held(EntityId through, Grant grant, Optional<Policy> policy) {}
}
