package dev.curfew.analysis.graph.query;

import dev.curfew.model.id.EntityId;

/// How much an identity reaches.
///
/// @param name as its users know it
/// @param kind `<provider>.<kind>`
/// @param certain the weight of what it certainly reaches
/// @param possible the weight with what it reaches under conditions
public record Ranked(EntityId id, String name, String kind, long certain, long possible) {}
