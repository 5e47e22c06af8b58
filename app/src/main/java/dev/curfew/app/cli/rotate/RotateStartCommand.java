package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.PrivateOutput;
import dev.curfew.app.usecase.handover.FileHandOver;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.HandOver;
import dev.curfew.revocation.rotation.RotateOrder;
import dev.curfew.revocation.rotation.Rotation;
import dev.curfew.revocation.rotation.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a second credential beside one that is in use, and hands it over.
@Command(name = "start")
public final class RotateStartCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(RotateStartCommand.class);

    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "rotate.old")
    private String old = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", descriptionKey = "rotate.command")
    private List<String> command = List.of();

    @Option(names = "--to-file", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--stray", paramLabel = "ID", descriptionKey = "rotate.stray")
    private @Nullable String stray;

    @Option(names = "--at-once")
    private boolean atOnce;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RotateStartCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if ((file == null) == command.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("start.where"));
        }
        if (file == null) {
            return start(new CommandHandOver(command, invocation.terminal().environment()));
        }
        // The file is there before the credential is, so that nothing is made that cannot be handed over.
        try (PrivateFile output = PrivateOutput.at(file)) {
            return start(new FileHandOver(file, output));
        }
    }

    private int start(HandOver handOver) throws InterruptedException {
        RotateOrder order = new RotateOrder(old, reason, Optional.ofNullable(stray), atOnce);
        Rotation rotation = officer.run(
                invocation.terminal(), login -> invocation.desk().rotations().start(login, order, handOver));
        invocation.printer().list(RotationListing.LISTING, List.of(rotation));
        invocation
                .printer()
                .note(MESSAGES.text(
                        rotation.stage() == Stage.ENDED ? "start.ended" : "start.next",
                        rotation.id(),
                        rotation.old().text()));
        return ExitCode.DONE;
    }
}
