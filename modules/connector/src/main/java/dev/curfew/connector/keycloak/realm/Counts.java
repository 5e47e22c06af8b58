package dev.curfew.connector.keycloak.realm;

/// How many logins a client takes part in.
///
/// @param online each ends by itself, in hours
/// @param offline with an offline token, which may have no end
public record Counts(long online, long offline) {}
