package dev.curfew.app.cli.read;

import picocli.CommandLine.Command;

/// Reads files as sources; each kind is a command below.
@Command(name = "import")
public final class ImportCommand {}
