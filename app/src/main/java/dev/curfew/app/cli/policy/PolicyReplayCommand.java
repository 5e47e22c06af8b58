package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which past decisions other policies would have taken otherwise.
@Command(name = "replay")
public final class PolicyReplayCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PolicyReplayCommand.class);

    private static final Listing<Replay.Change> LISTING = new Listing<>(
            "curfew.policy-replay/1",
            List.of(
                    Column.whole(MESSAGES.text("entry"), change -> Long.toString(change.index())),
                    Column.whole(MESSAGES.text("request"), Replay.Change::request),
                    Column.of(MESSAGES.text("was"), Replay.Change::before),
                    Column.of(
                            MESSAGES.text("would-be"), change -> change.after().words())),
            PolicyReplayCommand::json,
            MESSAGES.text("no-change"));

    private final Invocation invocation;

    @Mixin
    private final PolicyFile file = new PolicyFile();

    @Option(names = "--fail-on-change")
    private boolean failOnChange;

    public PolicyReplayCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        String policies = file.text();
        Replay.Result result =
                invocation.working(progress -> invocation.desk().policies().replay(policies, progress));
        invocation.list(LISTING, result.changes());
        invocation.printer().note(MESSAGES.text("changes", result.changes().size(), result.decided()));
        return failOnChange && !result.changes().isEmpty() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(Replay.Change change) {
        return new Fields()
                .put("entry", change.index())
                .put("request", change.request())
                .put("before", change.before())
                .put("after", Judgement.name(change.after().decision()))
                .put("by", change.after().decision().by())
                .map();
    }
}
