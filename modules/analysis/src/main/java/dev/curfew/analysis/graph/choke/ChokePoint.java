package dev.curfew.analysis.graph.choke;

/// An arc without which less is reached.
///
/// @param arc its number in the forward graph
/// @param nodes how many are not reached any more without it
/// @param weight of all of these together
public record ChokePoint(int arc, int nodes, long weight) {}
