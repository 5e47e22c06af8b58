package dev.curfew.app.cli.policy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists every version of the policies.
@Command(name = "history")
public final class PolicyHistoryCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(PolicyHistoryCommand.class);

    static final Listing<PolicyVersion> LISTING = new Listing<>(
            "curfew.policies/1",
            List.of(
                    Column.whole(MESSAGES.text("version"), version -> Integer.toString(version.number())),
                    Column.of(MESSAGES.text("saved-by"), PolicyHistoryCommand::savedBy),
                    Column.of(
                            MESSAGES.text("saved-at"),
                            version -> version.number() == 0 ? "" : ModelWords.time(version.savedAt())),
                    Column.of(MESSAGES.text("hash"), PolicyVersion::hash)),
            PolicyHistoryCommand::json,
            "");

    private final Invocation invocation;

    public PolicyHistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.list(LISTING, invocation.desk().policies().history());
        return ExitCode.DONE;
    }

    private static String savedBy(PolicyVersion version) {
        return version.number() == 0 ? MESSAGES.text("packaged") : version.savedBy();
    }

    private static Map<String, @Nullable Object> json(PolicyVersion version) {
        return new Fields()
                .put("version", version.number())
                .put("savedBy", version.number() == 0 ? null : version.savedBy())
                .put("savedAt", version.number() == 0 ? null : version.savedAt())
                .put("hash", version.hash())
                .put("policies", version.pack().policies())
                .put("cases", version.pack().cases())
                .map();
    }
}
