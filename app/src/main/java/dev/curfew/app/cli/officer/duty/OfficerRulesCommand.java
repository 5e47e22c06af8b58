package dev.curfew.app.cli.officer.duty;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.duty.DutyRule;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Shows what is laid down for those who approve.
@Command(name = "rules")
public final class OfficerRulesCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerRulesCommand.class);

    private static final Listing<DutyRule> LISTING = new Listing<>(
            "curfew.officer-rules/2",
            List.of(Column.whole(MESSAGES.text("rule"), DutyRule::words)),
            OfficerRulesCommand::json,
            MESSAGES.text("rules.none"));

    private final Invocation invocation;

    public OfficerRulesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        DutyRules rules = invocation.desk().rosters().state().terms().duties();
        invocation.printer().list(LISTING, rules.each());
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(DutyRule rule) {
        return new Fields()
                .put("rule", rule.name())
                .put("value", rule.value())
                .put("words", rule.words())
                .map();
    }
}
