package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists changes of the roster that wait for signatures.
@Command(name = "changes")
public final class OfficerChangesCommand implements Callable<Integer> {
    private final Invocation invocation;

    public OfficerChangesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(ProposalListing.LISTING, invocation.desk().rosters().pending());
        return ExitCode.DONE;
    }
}
