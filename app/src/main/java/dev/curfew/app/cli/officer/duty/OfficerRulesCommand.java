package dev.curfew.app.cli.officer.duty;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows what is laid down for those who approve.
@Command(name = "rules")
public final class OfficerRulesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerRulesCommand.class);

    /// One rule for a person; all of them together for a program.
    private record Row(String words, DutyRules all) {}

    private static final Listing<Row> LISTING = new Listing<>(
            "curfew.officer-rules/1",
            List.of(Column.whole(MESSAGES.text("rule"), Row::words)),
            row -> new TreeMap<>(Map.of("words", row.words(), "rules", row.all().toJson())),
            MESSAGES.text("rules.none"));

    private final Invocation invocation;

    public OfficerRulesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DutyRules rules = invocation.desk().rosters().state().terms().duties();
        invocation
                .printer()
                .list(
                        LISTING,
                        rules.words().stream()
                                .map(words -> new Row(words, rules))
                                .toList());
        return ExitCode.DONE;
    }
}
