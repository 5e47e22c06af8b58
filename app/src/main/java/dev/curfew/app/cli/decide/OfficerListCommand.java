package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists officers.
@Command(name = "list")
public final class OfficerListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerListCommand.class);

    static final Listing<Officer> LISTING = new Listing<>(
            "curfew.officers/1",
            List.of(
                    Column.whole(MESSAGES.text("name"), Officer::name),
                    Column.of(MESSAGES.text("display-name"), Officer::displayName),
                    Column.of(MESSAGES.text("added"), officer -> ModelWords.time(officer.addedAt())),
                    Column.of(MESSAGES.text("public-key"), Officer::publicKey)),
            OfficerListCommand::json,
            MESSAGES.text("officers.none"));

    private final Invocation invocation;

    public OfficerListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.printer().list(LISTING, invocation.desk().officers().list());
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(Officer officer) {
        return new Fields()
                .put("name", officer.name())
                .put("displayName", officer.displayName())
                .put("publicKey", officer.publicKey())
                .put("addedAt", officer.addedAt())
                .map();
    }
}
