package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Signs a change of the roster that another officer proposed.
@Command(name = "sign")
public final class OfficerSignCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "CHANGE", descriptionKey = "officer.change")
    private String change = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerSignCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().sign(login, change));
    }
}
