package dev.curfew.model.governance;

/// Who ends a window.
///
/// @param byTarget whether the target itself ends it, and its holder cannot mint beyond it
/// @param by the enforcer's name: the source's, or `curfew`
/// @param reason why it is not target-enforced, or by what mechanism it is
public record Enforcement(boolean byTarget, String by, String reason) {}
