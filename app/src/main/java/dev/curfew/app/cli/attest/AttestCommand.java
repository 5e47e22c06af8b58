package dev.curfew.app.cli.attest;

import picocli.CommandLine.Command;

/// Owners' word on what is theirs.
@Command(name = "attest")
public final class AttestCommand {}
