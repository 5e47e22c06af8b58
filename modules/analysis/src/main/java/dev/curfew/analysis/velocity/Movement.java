package dev.curfew.analysis.velocity;

/// How many identities, credentials and policies are new, differ, and are no longer there. Rights of one that came,
/// went or
/// changed count as a change of it, once.
public record Movement(int created, int changed, int gone) {}
