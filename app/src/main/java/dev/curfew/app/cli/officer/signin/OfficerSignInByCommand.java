package dev.curfew.app.cli.officer.signin;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.officer.ProposalListing;
import dev.curfew.app.cli.option.CaFile;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says where officers sign in; the roster's quorum signs it.
@Command(name = "sign-in-by")
public final class OfficerSignInByCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerSignInByCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "ISSUER", descriptionKey = "officer.issuer")
    private URI issuer = URI.create("");

    @Option(names = "--client-id", paramLabel = "ID", required = true)
    private String clientId = "";

    @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "officer.ca-file")
    private @Nullable Path caFile;

    @Option(names = "--allow-private-addresses", descriptionKey = "allow-private-addresses")
    private boolean privateAllowed;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public OfficerSignInByCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        RosterChange change = new RosterChange.SignInBy(provider());
        return ProposalListing.show(
                invocation, officer, login -> invocation.desk().rosters().propose(login, change));
    }

    private SignInProvider provider() {
        try {
            return new SignInProvider(issuer, clientId, caFile == null ? "" : CaFile.read(caFile), privateAllowed);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("bad-issuer", issuer.toString()), e);
        }
    }
}
