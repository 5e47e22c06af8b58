package dev.curfew.app.cli.draft;

import picocli.CommandLine.Command;

/// Requests that nobody was asked yet.
@Command(name = "draft")
public final class DraftCommand {}
