package dev.curfew.app.cli.rotate;

import picocli.CommandLine.Command;

/// Replaces a credential, then revokes it.
@Command(name = "rotate")
public final class RotateCommand {}
