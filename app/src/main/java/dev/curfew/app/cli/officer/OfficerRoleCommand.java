package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives an officer a role, or takes it.
@Command(name = "role")
public final class OfficerRoleCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerRoleCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String name = "";

    @Option(names = "--grant", paramLabel = "ROLE")
    private @Nullable String grant;

    @Option(names = "--take", paramLabel = "ROLE")
    private @Nullable String take;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerRoleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        RosterChange change = change();
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().propose(login, change));
    }

    private RosterChange change() {
        if (grant != null && take == null) {
            return new RosterChange.Grant(name, grant);
        }
        if (take != null && grant == null) {
            return new RosterChange.Take(name, take);
        }
        throw new UsageProblem(MESSAGES.text("role.one"));
    }
}
