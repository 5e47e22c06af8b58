package dev.curfew.analysis.reach.denial;

/// The text of a policy that denies.
///
/// @param kind as in `Policy.kind`
public record Denial(String kind, String text) {}
