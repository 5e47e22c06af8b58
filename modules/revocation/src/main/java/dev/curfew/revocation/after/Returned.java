package dev.curfew.revocation.after;

import dev.curfew.model.id.EntityId;
import java.time.Instant;

/// By which an identity is again that was cut off with all that it held.
///
/// @param what a credential that it has since, or an identity of its name that was made anew: bindings by name are its
///     again
/// @param identity that was cut off
/// @param goneAt when the last of what it held was seen to be gone
public record Returned(EntityId what, String identity, String planId, Instant goneAt) {}
