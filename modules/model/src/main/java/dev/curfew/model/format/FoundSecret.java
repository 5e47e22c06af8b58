package dev.curfew.model.format;

/// Where in a text something of a form stands. It keeps nothing of the text.
///
/// @param start of what is secret, or of the id
/// @param end exclusive
public record FoundSecret(SecretFormat format, int start, int end) {}
