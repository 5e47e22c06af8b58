package dev.curfew.analysis.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an identity stands, and what moved it there.
///
/// @param movedBy in words
/// @param since null where nothing says when
public record Lifecycle(
        LifecycleState state, String movedBy, @Nullable Instant since) {}
