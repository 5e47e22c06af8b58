package dev.curfew.app.cli.workload;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lets workloads ask no longer.
@Command(name = "distrust")
public final class WorkloadDistrustCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "workload.name")
    private String name = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public WorkloadDistrustCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                WorkloadListCommand.LISTING,
                login -> invocation.desk().workloadTrusts().withdraw(login, name));
    }
}
