package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.roster.chain.RosterChange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Sets how many officers sign each change of the roster.
@Command(name = "quorum")
public final class OfficerQuorumCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "N", descriptionKey = "officer.quorum")
    private int quorum;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerQuorumCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ProposalListing.show(
                invocation,
                officer,
                login -> invocation.desk().rosters().propose(login, new RosterChange.SetQuorum(quorum)));
    }
}
