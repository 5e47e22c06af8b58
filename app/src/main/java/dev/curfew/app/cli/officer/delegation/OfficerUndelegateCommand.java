package dev.curfew.app.cli.officer.delegation;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.delegation.Handed;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends a delegation before its time.
@Command(name = "undelegate")
public final class OfficerUndelegateCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "DELEGATION", descriptionKey = "delegation.id")
    private String id = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerUndelegateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Handed ended = officer.run(
                invocation.terminal(), login -> invocation.desk().delegations().withdraw(login, id));
        HandedListing.show(invocation, List.of(ended));
        return ExitCode.DONE;
    }
}
