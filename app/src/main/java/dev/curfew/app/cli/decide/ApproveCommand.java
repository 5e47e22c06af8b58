package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Approves a request as another officer than the one who asked.
@Command(name = "approve")
public final class ApproveCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--on-behalf-of", paramLabel = "NAME", defaultValue = "")
    private String voiceOf = "";

    @Mixin
    private final DecisionOptions options = new DecisionOptions();

    public ApproveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.decide(
                invocation,
                (login, review) -> invocation.desk().exceptions().approve(login, review, voiceOf),
                (login, shown, told) -> invocation.desk().bulkDecisions().approve(login, shown, voiceOf, told));
    }
}
