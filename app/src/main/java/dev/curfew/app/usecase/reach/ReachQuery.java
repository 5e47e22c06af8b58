package dev.curfew.app.usecase.reach;

/// What an identity, or a credential, can become and touch. (Returns the analysis module's `Reach`, once that is here.)
public final class ReachQuery {}
