package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.usecase.Deadline;
import dev.curfew.app.usecase.breakglass.OfflineUse;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.revocation.ActionOutcome;
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

/// Opens an envelope by files alone, around one command: for the outage that takes the workspace with it.
@Command(name = OfflineCommand.NAME, exitCodeOnExecutionException = ExitCode.RUN_FAILED)
public final class OfflineCommand implements Callable<Integer> {
    public static final String NAME = "open-offline";

    private static final Messages MESSAGES = Messages.of(OfflineCommand.class);

    private final Invocation invocation;

    @Option(names = "--envelope", paramLabel = "FILE", required = true)
    private Path envelope = Path.of("");

    @Option(names = "--key", paramLabel = "NAME=FILE", required = true)
    private List<String> keys = List.of();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationText.class,
            descriptionKey = "break-glass.for")
    private Duration atMost = Duration.ofMinutes(30);

    @Parameters(paramLabel = "COMMAND", arity = "1..*", descriptionKey = "run.command")
    private final List<String> command = new ArrayList<>();

    private OfflineCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /// Whatever follows the options is the command's.
    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new OfflineCommand(invocation)).setStopAtPositional(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<OfflineUse.Key> brought = new ArrayList<>();
        try {
            for (String key : keys) {
                brought.add(key(key));
            }
            return invocation.workspaces().openEnvelope(envelope, List.copyOf(brought), this::around);
        } finally {
            brought.forEach(key -> key.passphrase().close());
        }
    }

    private OfflineUse.Key key(String typed) {
        int equals = typed.indexOf('=');
        String name = equals < 0 ? typed : typed.substring(0, equals);
        if (equals < 0 || !Officer.isName(name)) {
            throw new UsageProblem(MESSAGES.text("offline.key", typed));
        }
        Secret passphrase = invocation
                .terminal()
                .ask(MESSAGES.text("offline.passphrase", name))
                .orElseThrow(() -> new UsageProblem(MESSAGES.text("offline.nobody", name)));
        return new OfflineUse.Key(name, Path.of(typed.substring(equals + 1)), passphrase);
    }

    private int around(OfflineUse use) throws InterruptedException {
        Ended ended = Ended.notStarted();
        try {
            ended = new Child(command, Inherited.with(invocation.terminal().environment(), use.variables()))
                    .run(Deadline.in(atMost, invocation.clock()), invocation.printer());
        } finally {
            ActionOutcome outcome = use.end();
            boolean done = outcome.isDone();
            invocation
                    .printer()
                    .note(MESSAGES.text(done ? "offline.ended" : "offline.left", use.path(), outcome.detail()));
            ended = new Ended(ended.how(), ended.exitCode(), done);
        }
        return ended.code();
    }
}
