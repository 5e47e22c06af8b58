package dev.curfew.connector.folder.agent;

/// What an agent can use.
///
/// @param name as its configuration calls it
/// @param what it runs or where it is, without arguments and queries; empty where the name is all there is
public record Tool(String name, String what) {}
