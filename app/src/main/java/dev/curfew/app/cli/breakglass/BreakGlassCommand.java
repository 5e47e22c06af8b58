package dev.curfew.app.cli.breakglass;

import picocli.CommandLine.Command;

/// Break-glass paths.
@Command(name = "break-glass")
public final class BreakGlassCommand {}
