package dev.curfew.app.cli.connection;

import picocli.CommandLine.Command;

/// Connections that are there already.
@Command(name = "connection")
public final class ConnectionCommand {}
