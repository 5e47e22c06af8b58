package dev.curfew.app.usecase.reach;

import dev.curfew.model.snapshot.Snapshot;

/// An access graph that was kept.
///
/// @param snapshot that it is of
/// @param graph as [dev.curfew.analysis.graph.estate.EstateGraph#kept] takes it
@SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
public record KeptReach(Snapshot snapshot, byte[] graph) {}
