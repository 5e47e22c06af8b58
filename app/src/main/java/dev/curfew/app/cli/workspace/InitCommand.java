package dev.curfew.app.cli.workspace;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Makes a workspace.
@Command(name = "init")
public final class InitCommand implements Callable<Integer> {
    private final Invocation invocation;

    public InitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        WorkspacePlace place = invocation.place();
        try (Desk desk = invocation
                .unlock()
                .toCreate(place.directory(), unlock -> invocation.workspaces().create(place, unlock))) {
            invocation.printer().note(Messages.of(InitCommand.class).text("made", desk.workspace()));
        }
        return ExitCode.DONE;
    }
}
