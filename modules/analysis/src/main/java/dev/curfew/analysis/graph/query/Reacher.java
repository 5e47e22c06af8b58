package dev.curfew.analysis.graph.query;

import dev.curfew.model.id.EntityId;

/// Somebody who reaches what was asked about.
///
/// @param name as its users know it
/// @param kind `<provider>.<kind>`
/// @param path the surest of its shortest
public record Reacher(EntityId who, String name, String kind, Path path) {}
