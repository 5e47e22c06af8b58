package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;

/// A rotation, and when the source last saw its old credential used.
public record Look(Rotation rotation, Usage usage) {}
