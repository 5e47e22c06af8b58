package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.Reopening;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.Deadline;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.run.Asked;
import dev.curfew.app.usecase.run.Job;
import dev.curfew.app.usecase.run.JobReport;
import dev.curfew.app.usecase.run.Runs;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Runs a command with a credential that is issued for it alone, and ended and proved gone when it is over.
@Command(name = RunCommand.NAME, exitCodeOnExecutionException = ExitCode.RUN_FAILED)
public final class RunCommand implements Callable<Integer> {
    public static final String NAME = "run";

    private static final Messages MESSAGES = Messages.of(RunCommand.class);

    /// Another command of Curfew's is seldom longer; a console that stays open has the workspace for hours, and is not
    /// waited for: then the source ends the credential when its time is over, and the next command enters it.
    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Invocation invocation;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    @Parameters(paramLabel = "COMMAND", arity = "1..*", descriptionKey = "run.command")
    private final List<String> command = new ArrayList<>();

    private RunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /// Whatever follows the command's name is the command's.
    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new RunCommand(invocation)).setStopAtPositional(true);
    }

    /// What came of asking.
    private sealed interface Start {
        record Over(int exitCode) implements Start {}

        /// @param deadline by which the command has to be over
        record Begun(Job job, Deadline deadline) implements Start {}
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        try (Handing handing = Handing.of(invocation.terminal().environment(), options.file())) {
            return switch (officer.run(invocation.terminal(), this::start)) {
                case Start.Over(int exitCode) -> exitCode;
                case Start.Begun(Job job, Deadline deadline) -> {
                    try (job) {
                        yield around(job, deadline, handing);
                    }
                }
            };
        }
    }

    private Start start(OfficerLogin login) throws InterruptedException {
        Runs runs = invocation.desk().runs();
        runs.sweep().forEach(report -> invocation.printer().note(RunWords.swept(report)));
        String request = options.request();
        return switch (request == null ? runs.ask(login, options.order()) : runs.standing(request)) {
            case Asked.Refused(String words) -> over("refused", words, ExitCode.RUN_REFUSED);
            case Asked.NeedsSignatures(var asked, String words) ->
                over("needs-signatures", words, ExitCode.RUN_NEEDS_SIGNATURES, asked.id());
            case Asked.Allowed(var asked) -> {
                Job job = runs.begin(login, asked, command.getFirst());
                yield new Start.Begun(job, Deadline.in(options.atMost(job.lasts()), invocation.clock()));
            }
        };
    }

    private Start over(String key, String words, int exitCode, Object... more) {
        invocation.printer().failure(MESSAGES.text(key, words, more.length == 0 ? "" : more[0]));
        return new Start.Over(exitCode);
    }

    /// Whatever becomes of the command, its credential is ended.
    private int around(Job job, Deadline deadline, Handing handing) throws InterruptedException {
        Ended ended = Ended.notStarted();
        try {
            invocation.lend();
            ended = new Child(command, handing.give(job)).run(deadline, invocation.printer());
        } finally {
            Desk desk = new Reopening(invocation, BACK_WITHIN, PAUSE).desk();
            JobReport report = desk.runs().end(job, ended.how(), ended.exitCode());
            invocation.printer().note(RunWords.of(ended, report));
            ended = ended.with(report);
        }
        return ended.code();
    }
}
