package dev.curfew.app.cli.workspace;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.estate.Freshness;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes a read-only workspace out of an export.
@Command(name = "open")
public final class OpenCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OpenCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    public OpenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        TextFile.requireReadable(file);
        WorkspacePlace place = invocation.place();
        try (Desk desk = invocation
                .unlock()
                .toCreate(place.directory(), unlock -> invocation.workspaces().createFrom(file, place, unlock))) {
            Freshness freshness = desk.estate().freshness();
            invocation
                    .printer()
                    .note(MESSAGES.text("opened", desk.workspace(), freshness.snapshotNumber(), freshness.takenAt()));
        }
        return ExitCode.DONE;
    }
}
