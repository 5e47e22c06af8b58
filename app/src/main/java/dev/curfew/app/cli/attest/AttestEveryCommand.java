package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lays down how often owners are to say whether what is theirs is needed.
@Command(name = "every")
public final class AttestEveryCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(AttestEveryCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "TIME", descriptionKey = "attest.period", converter = DurationText.class)
    private Duration period = Duration.ZERO;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public AttestEveryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (period.isNegative() || !period.equals(Duration.ofDays(period.toDays()))) {
            throw new UsageProblem(MESSAGES.text("every.days"));
        }
        Duration laidDown = officer.run(
                invocation.terminal(), login -> invocation.desk().attestations().every(login, period));
        invocation
                .printer()
                .note(laidDown.isZero() ? MESSAGES.text("every.none") : MESSAGES.text("every", laidDown.toDays()));
        return ExitCode.DONE;
    }
}
