package dev.curfew.app.cli.officer;

import picocli.CommandLine.Command;

/// The roster of officers.
@Command(name = "officer")
public final class OfficerCommand {}
