package dev.curfew.app.cli.workload;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.workload.Witness;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets workloads ask that somebody vouches for.
@Command(name = "trust")
public final class WorkloadTrustCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "workload.name")
    private String name = "";

    @Mixin
    private final WitnessOptions witness = new WitnessOptions();

    @Option(names = "--subject", paramLabel = "TEXT", required = true)
    private List<String> subjects = List.of();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public WorkloadTrustCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Witness trusted = witness.witness();
        return officer.list(
                invocation,
                WorkloadListCommand.LISTING,
                login -> invocation.desk().workloadTrusts().trust(login, name, trusted, subjects));
    }
}
