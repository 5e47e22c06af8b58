package dev.curfew.app.cli.run;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.DurationText;
import dev.curfew.app.cli.option.HolderOptions;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.cli.watch.Telling;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.counter.Counter;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
@Command(name = EmergencyCommand.NAME)
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

    private int around(Meanwhile meanwhile) throws InterruptedException, IOException {
        EmergencyUses uses = invocation.desk().emergencyUses();
        try (OpenUse open = officer.run(
                invocation.terminal(),
                login -> holders.run(invocation.terminal(), held -> uses.open(login, held, name, reason, atMost)))) {
            invocation
                    .printer()
                    .note(MESSAGES.text(
                            "use.open",
                            name,
                            open.use().id(),
                            Spans.words(atMost),
                            ModelWords.time(open.use().reviewBy())));
            return watched(() -> told(() -> around(uses, open, meanwhile)));
        }
    }

    /// Other processes can ask how it stands while it is open here.
    private int watched(Using using) throws InterruptedException, IOException {
        try (Counter _ = invocation.desk().openCounter(_ -> {}).orElse(null)) {
            return using.run();
        }
    }

    /// Whoever could not approve it is told at once, while the command runs; whether that arrives holds nothing up.
    private int told(Using using) throws InterruptedException, IOException {
        try (Telling telling = new Telling(invocation)) {
            apart(() -> telling.round(invocation.desk()));
            int code = using.run();
            apart(telling::finish);
            return code;
        }
    }

    /// A step of the telling.
    @FunctionalInterface
    private interface Step {
        void take() throws InterruptedException;
    }

    /// Whatever becomes of the telling, what was opened is closed, and what the command came to stands.
    private void apart(Step telling) throws InterruptedException {
        try {
            telling.take();
        } catch (Refused e) {
            invocation.printer().failure(MESSAGES.text("use.untold", String.valueOf(e.getMessage())));
        } catch (RuntimeException fault) {
            // its message may quote anything
            invocation.printer().failure(MESSAGES.text("use.untold", Frames.of(fault)));
        }
    }

    /// What the path was opened for.
    @FunctionalInterface
    private interface Using {
        int run() throws InterruptedException, IOException;
    }

    /// Whatever becomes of the command, what was opened is closed.
    private int around(EmergencyUses uses, OpenUse open, Meanwhile meanwhile) throws InterruptedException, IOException {
        Ended ended = Ended.notStarted();
        try {
            ended = meanwhile.with(open);
        } finally {
            Map<String, Object> details =
                    new LinkedHashMap<>(Map.of("how", ended.how().word()));
            ended.exitCode().ifPresent(code -> details.put("exitCode", code));
            details.putAll(handed);
            List<StageResult> stages = uses.close(open, details);
            stages.forEach(this::told);
            boolean closed = stages.getLast().isFine();
            ended = new Ended(ended.how(), ended.exitCode(), closed);
        }
        return ended.code();
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
