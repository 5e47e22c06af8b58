package dev.curfew.app.cli.renewal;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.judgement.StandingAccess;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists standing access in disguise: time-boxes that are renewed again and again, or open for most of the time.
@Command(name = "standing")
public final class StandingCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(StandingCommand.class);

    private static final Listing<StandingAccess> LISTING = new Listing<>(
            "curfew.standing/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("policy"), found -> found.policy().text()),
                    Column.of(MESSAGES.text("holder"), StandingAccess::holder),
                    Column.whole(MESSAGES.text("renewals"), found -> Long.toString(found.renewals())),
                    Column.whole(MESSAGES.text("active"), found -> found.activePercent90Days() + " %"),
                    Column.whole(MESSAGES.text("window"), StandingAccess::window),
                    Column.of(MESSAGES.text("by"), found -> String.join(", ", found.by()))),
            StandingCommand::json,
            MESSAGES.text("none"));

    private final Invocation invocation;

    @Option(names = "--fail-on-found")
    private boolean failOnFound;

    public StandingCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<StandingAccess> found = invocation.desk().exceptions().standing();
        invocation.printer().list(LISTING, found);
        return failOnFound && !found.isEmpty() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(StandingAccess found) {
        return new Fields()
                .put("rule", "standing-exception")
                .put("policy", found.policy().text())
                .put("holder", found.holder())
                .put("renewals", found.renewals())
                .put("activePercent90Days", found.activePercent90Days())
                .put("window", found.window())
                .put("by", found.by())
                .map();
    }
}
