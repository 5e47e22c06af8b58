package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Founds the roster: from then on its quorum changes it.
@Command(name = "found")
public final class OfficerFoundCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--quorum", paramLabel = "N", required = true, descriptionKey = "officer.quorum")
    private int quorum;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerFoundCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().found(login, quorum));
    }
}
