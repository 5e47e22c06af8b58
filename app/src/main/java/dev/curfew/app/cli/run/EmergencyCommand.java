package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.ApproverOption;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.HolderOptions;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.cli.watch.Telling;
import dev.curfew.app.usecase.Deadline;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.counter.Counter;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens a break-glass path in earnest around one command. The session goes into the command's environment and nowhere
/// else; when the command is over, it is ended, and the credential replaced and sealed anew.
@Command(name = EmergencyCommand.NAME, exitCodeOnExecutionException = ExitCode.RUN_FAILED)
public final class EmergencyCommand implements Callable<Integer> {
    public static final String NAME = "use";

    private static final Messages MESSAGES = Messages.of(EmergencyCommand.class);

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "break-glass.name")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "break-glass.reason")
    private String reason = "";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationText.class,
            descriptionKey = "break-glass.for")
    private Duration atMost = Duration.ofMinutes(30);

    @ArgGroup(exclusive = false)
    private @Nullable WrapOptions wrapping;

    @Mixin
    private final HolderOptions holders = new HolderOptions();

    @Mixin
    private final ApproverOption approver = new ApproverOption();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    @Parameters(index = "1..*", paramLabel = "COMMAND", arity = "1..*", descriptionKey = "run.command")
    private final List<String> command = new ArrayList<>();

    private final Map<String, String> handed = new LinkedHashMap<>();

    private EmergencyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new EmergencyCommand(invocation));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        WrapOptions options = wrapping;
        if (options == null) {
            return around(this::ran);
        }
        try (PrivateFile output = options.output()) {
            return around(open -> handedOver(open, options, output));
        }
    }

    /// What is done while the path is open.
    private interface Meanwhile {
        Ended with(OpenUse open) throws InterruptedException, IOException;
    }

    /// Who tells, and who answers other processes that ask how it stands, are there before the path is opened: what
    /// fails of them leaves nothing open.
    private int around(Meanwhile meanwhile) throws InterruptedException, IOException {
        try (Telling telling = new Telling(invocation);
                Counter _ = invocation.desk().openCounter(_ -> {}).orElse(null)) {
            int code = opened(telling, meanwhile);
            telling.finish();
            return code;
        }
    }

    private int opened(Telling telling, Meanwhile meanwhile) throws InterruptedException, IOException {
        EmergencyUses uses = invocation.desk().emergencyUses();
        Terminal terminal = invocation.terminal();
        try (OpenUse open = officer.run(
                terminal,
                login -> holders.run(
                        terminal,
                        held -> approver.run(
                                terminal, another -> uses.open(login, held, order(another), Progress.SILENT))))) {
            return around(uses, open, telling, meanwhile);
        }
    }

    private UseOrder order(Optional<OfficerLogin> another) {
        return new UseOrder(name, reason, atMost, another);
    }

    /// Whatever becomes of the command, what was opened is closed. Whoever could not approve it is told at once, while
    /// the command runs; whether that arrives holds nothing up.
    private int around(EmergencyUses uses, OpenUse open, Telling telling, Meanwhile meanwhile)
            throws InterruptedException, IOException {
        Ended ended = Ended.notStarted();
        try {
            noteOpen(open);
            telling.round(invocation.desk());
            ended = meanwhile.with(open);
        } finally {
            Map<String, Object> details =
                    new LinkedHashMap<>(Map.of("how", ended.how().word()));
            ended.exitCode().ifPresent(code -> details.put("exitCode", code));
            details.putAll(handed);
            List<StageResult> stages = uses.close(open, details, Progress.SILENT);
            stages.forEach(this::told);
            boolean closed = stages.getLast().isFine();
            ended = new Ended(ended.how(), ended.exitCode(), closed);
        }
        return ended.code();
    }

    private void noteOpen(OpenUse open) {
        invocation
                .printer()
                .note(MESSAGES.text(
                        "use.open",
                        name,
                        open.use().id(),
                        Spans.words(atMost),
                        ModelWords.time(open.use().reviewBy())));
        invocation.printer().note(MESSAGES.text("use.said", open.use().said().words()));
    }

    /// The command has no session: it says how long the officer has it.
    private Ended handedOver(OpenUse open, WrapOptions options, PrivateFile output)
            throws InterruptedException, IOException {
        Handover handover = options.hand(open, output);
        handed.put("handedTo", handover.officer());
        handed.put("wrapping", handover.wrapped().accessor());
        invocation
                .printer()
                .note(MESSAGES.text(
                        "use.wrapped",
                        handover.officer(),
                        options.file(),
                        ModelWords.time(handover.wrapped().until()),
                        handover.wrapped().madeAt().toString()));
        return new Child(command, Inherited.of(invocation.terminal().environment()))
                .run(Deadline.in(atMost, invocation.clock()), invocation.printer());
    }

    private Ended ran(OpenUse open) {
        return new Child(command, Inherited.with(invocation.terminal().environment(), open.variables()))
                .run(Deadline.in(atMost, invocation.clock()), invocation.printer());
    }

    private void told(StageResult stage) {
        String words = MESSAGES.text(
                "use.stage", stage.stage().words(), stage.verdict().words(), stage.sentence());
        invocation.printer().note(stage.next().isEmpty() ? words : words + " " + stage.next());
    }
}
