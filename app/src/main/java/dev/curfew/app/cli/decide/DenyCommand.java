package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Denies a request, for good.
@Command(name = "deny")
public final class DenyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    private String reason = "";

    @Mixin
    private final DecisionOptions options = new DecisionOptions();

    public DenyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.decide(
                invocation,
                (login, review) -> invocation.desk().exceptions().deny(login, review, reason),
                (login, shown, told) -> invocation.desk().bulkDecisions().deny(login, shown, reason, told));
    }
}
