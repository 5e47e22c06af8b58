package dev.curfew.analysis.graph;

import dev.curfew.model.id.EntityId;

/// A step of somebody who is known from elsewhere.
public record Step(EntityId to, EdgeLabel label) {}
