package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists plans with their steps, tries and proofs.
@Command(name = "list")
public final class RevokeListCommand implements Callable<Integer> {
    private final Invocation invocation;

    public RevokeListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(
                        PlanListing.at(invocation.clock().instant()),
                        invocation.desk().revocations().list());
        return ExitCode.DONE;
    }
}
