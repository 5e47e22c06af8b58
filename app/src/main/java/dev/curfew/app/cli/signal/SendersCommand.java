package dev.curfew.app.cli.signal;

import picocli.CommandLine.Command;

/// Who may signal.
@Command(name = "senders")
public final class SendersCommand {}
