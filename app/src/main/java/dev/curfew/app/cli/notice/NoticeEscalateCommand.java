package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.governance.notice.Escalation;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says whose turn it is to review what waits.
@Command(name = "escalate")
public final class NoticeEscalateCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(NoticeEscalateCommand.class);

    private final Invocation invocation;

    @Option(names = "--after", paramLabel = "TIME", defaultValue = "2h", converter = DurationText.class)
    private Duration after = Duration.ofHours(2);

    @Parameters(paramLabel = "OFFICER", arity = "0..*", descriptionKey = "notice.reviewers")
    private List<String> reviewers = List.of();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public NoticeEscalateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!after.isPositive()) {
            throw new UsageProblem(MESSAGES.text("no-time"));
        }
        Escalation entered = officer.run(
                invocation.terminal(),
                login -> invocation.desk().notices().escalate(login, new Escalation(after, reviewers)));
        invocation.printer().note(NoticeListCommand.words(entered));
        return ExitCode.DONE;
    }
}
