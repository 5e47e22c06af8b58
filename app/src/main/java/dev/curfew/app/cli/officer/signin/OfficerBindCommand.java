package dev.curfew.app.cli.officer.signin;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.officer.ProposalListing;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.roster.chain.SignInSubject;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says who an officer is where officers sign in; the roster's quorum signs it.
@Command(name = "bind")
public final class OfficerBindCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerBindCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "officer.listed")
    private String name = "";

    @Option(names = "--subject", paramLabel = "SUB", required = true)
    private String subject = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerBindCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        RosterChange change = new RosterChange.Bind(name, who());
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().propose(login, change));
    }

    private SignInSubject who() {
        SignInProvider provider = invocation.desk().signIns().provider();
        try {
            return provider.subject(subject);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("bad-subject"), e);
        }
    }
}
