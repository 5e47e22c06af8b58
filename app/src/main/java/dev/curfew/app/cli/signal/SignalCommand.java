package dev.curfew.app.cli.signal;

import picocli.CommandLine.Command;

/// What others told about identities.
@Command(name = "signal")
public final class SignalCommand {}
