package dev.curfew.app.cli.approval;

import picocli.CommandLine.Command;

/// Approvals by files.
@Command(name = "approval")
public final class ApprovalCommand {}
