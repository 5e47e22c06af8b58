package dev.curfew.revocation.rotation;

import java.util.Optional;

/// Which credential is to be replaced, and how.
///
/// @param old its id
/// @param stray what a making that was cut off may have left, by its id at the source: it is deleted. Empty unless an
///     officer said so
/// @param atOnce whether it is replaced also where the old one ends as soon as there is a new one
public record RotateOrder(String old, String reason, Optional<String> stray, boolean atOnce) {}
