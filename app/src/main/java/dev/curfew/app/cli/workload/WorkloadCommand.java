package dev.curfew.app.cli.workload;

import picocli.CommandLine.Command;

/// Programs that ask, and who is trusted to say which they are.
@Command(name = "workload")
public final class WorkloadCommand {}
