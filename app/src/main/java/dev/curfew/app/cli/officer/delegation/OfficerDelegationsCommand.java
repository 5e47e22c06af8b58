package dev.curfew.app.cli.officer.delegation;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists who handed their voice to whom.
@Command(name = "delegations")
public final class OfficerDelegationsCommand implements Callable<Integer> {
    private final Invocation invocation;

    public OfficerDelegationsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        HandedListing.show(invocation, invocation.desk().delegations().list());
        return ExitCode.DONE;
    }
}
