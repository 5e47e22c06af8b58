package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.roster.chain.RosterChange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ends an officer's key, for good.
@Command(name = "revoke")
public final class OfficerRevokeCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerRevokeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ProposalListing.show(
                invocation,
                officer,
                login -> invocation.desk().rosters().propose(login, new RosterChange.Revoke(name, reason)));
    }
}
