package dev.curfew.app.cli.connect;

import picocli.CommandLine.Command;

/// Connects sources; each kind is a command below.
@Command(name = "connect")
public final class ConnectCommand {}
