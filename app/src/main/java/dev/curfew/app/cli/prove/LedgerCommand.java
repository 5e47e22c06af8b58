package dev.curfew.app.cli.prove;

import picocli.CommandLine.Command;

/// The evidence log.
@Command(name = "ledger")
public final class LedgerCommand {}
