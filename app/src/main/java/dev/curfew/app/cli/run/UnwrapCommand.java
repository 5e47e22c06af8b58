package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.Deadline;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens a session that was handed over in a wrapping, around one command. Whoever handed it over ends it.
@Command(name = UnwrapCommand.NAME, exitCodeOnExecutionException = ExitCode.RUN_FAILED)
public final class UnwrapCommand implements Callable<Integer> {
    public static final String NAME = "unwrap";

    private static final Messages MESSAGES = Messages.of(UnwrapCommand.class);

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "break-glass.wrapping")
    private Path file = Path.of("");

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationText.class,
            descriptionKey = "break-glass.for")
    private Duration atMost = Duration.ofMinutes(30);

    @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "1..*", descriptionKey = "run.command")
    private final List<String> command = new ArrayList<>();

    private UnwrapCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new UnwrapCommand(invocation));
    }

    @Override
    public Integer call() throws InterruptedException {
        TextFile.requireReadable(file);
        Handover.Opened opened = invocation.workspaces().unwrap(file);
        invocation
                .printer()
                .note(MESSAGES.text(
                        "unwrapped",
                        opened.path(),
                        opened.use(),
                        opened.madeAt().toString()));
        Ended ended = new Child(command, Inherited.with(invocation.terminal().environment(), opened.variables()))
                .run(Deadline.in(atMost, invocation.clock()), invocation.printer());
        // Nothing was opened here that would have to be closed.
        return new Ended(ended.how(), ended.exitCode(), true).code();
    }
}
