package dev.curfew.governance.approval;

/// Another officer's voice, which an officer gives besides their own.
///
/// @param of whose it is
/// @param delegation hash of the statement by which they handed it on
public record Voice(String of, String delegation) {}
