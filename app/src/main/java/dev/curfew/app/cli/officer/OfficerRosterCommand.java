package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.roster.RosterEntry;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists the statements that made the roster what it is, each verified.
@Command(name = "roster")
public final class OfficerRosterCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerRosterCommand.class);

    private static final Listing<RosterEntry> LISTING = new Listing<>(
            "curfew.roster/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("number"),
                            entry -> Integer.toString(entry.statement().number())),
                    Column.of(
                            MESSAGES.text("at"),
                            entry -> ModelWords.time(entry.statement().at())),
                    Column.of(
                            MESSAGES.text("what"),
                            entry -> entry.statement().change().words()),
                    Column.of(MESSAGES.text("signed-by"), entry -> String.join(" ", entry.signedBy())),
                    Column.of(MESSAGES.text("entry"), entry -> Long.toString(entry.ledgerIndex()))),
            OfficerRosterCommand::json,
            MESSAGES.text("roster.none"));

    private final Invocation invocation;

    public OfficerRosterCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RosterState roster = invocation.desk().rosters().state();
        invocation.printer().list(LISTING, invocation.desk().rosters().history());
        if (roster.isFounded()) {
            invocation.printer().note(OfficerListCommand.words(roster));
        }
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(RosterEntry entry) {
        RosterStatement statement = entry.statement();
        return new Fields()
                .put("number", statement.number())
                .put("hash", statement.hash())
                .put("before", statement.before())
                .put("change", statement.change().toJson())
                .put("proposedBy", statement.by())
                .put("at", statement.at())
                .put("signedBy", entry.signedBy())
                .put("ledgerIndex", entry.ledgerIndex())
                .map();
    }
}
