package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes of the roster, and how far each has come.
public final class ProposalListing {
    private static final Messages MESSAGES = Messages.of(ProposalListing.class);

    static final Listing<Proposal> LISTING = new Listing<>(
            "curfew.roster-changes/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("change"),
                            proposal -> proposal.statement().id()),
                    Column.of(
                            MESSAGES.text("number"),
                            proposal -> Integer.toString(proposal.statement().number())),
                    Column.of(
                            MESSAGES.text("what"),
                            proposal -> proposal.statement().change().words()),
                    Column.of(
                            MESSAGES.text("proposed-by"),
                            proposal -> proposal.statement().by()),
                    Column.of(MESSAGES.text("signed-by"), proposal -> String.join(" ", proposal.signedBy())),
                    Column.of(MESSAGES.text("missing"), ProposalListing::missing)),
            ProposalListing::json,
            MESSAGES.text("changes.none"));

    private ProposalListing() {}

    /// Makes or signs a change as an officer, and shows how far it has come.
    ///
    /// @return the exit code
    public static int show(Invocation invocation, OfficerOptions officer, OfficerOptions.Signed<Proposal> change)
            throws InterruptedException {
        show(invocation, officer.run(invocation.terminal(), change));
        return ExitCode.DONE;
    }

    /// With what is to be done next.
    public static void show(Invocation invocation, Proposal proposal) {
        invocation.printer().list(LISTING, List.of(proposal));
        invocation
                .printer()
                .note(
                        proposal.inForce()
                                ? MESSAGES.text("change.in-force")
                                : MESSAGES.text(
                                        "change.next", proposal.statement().id(), proposal.missing()));
    }

    private static String missing(Proposal proposal) {
        return proposal.inForce() ? MESSAGES.text("in-force") : MESSAGES.text("missing.some", proposal.missing());
    }

    private static Map<String, @Nullable Object> json(Proposal proposal) {
        RosterStatement statement = proposal.statement();
        return new Fields()
                .put("id", statement.id())
                .put("number", statement.number())
                .put("change", statement.change().toJson())
                .put("hash", statement.hash())
                .put("proposedBy", statement.by())
                .put("at", statement.at())
                .put("signedBy", proposal.signedBy())
                .put("missing", proposal.missing())
                .put("inForce", proposal.inForce())
                .map();
    }
}
