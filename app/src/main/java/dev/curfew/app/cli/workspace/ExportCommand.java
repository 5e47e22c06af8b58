package dev.curfew.app.cli.workspace;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.NewFileCommand;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/// Writes the workspace's contents to a file.
@Command(name = "export")
public final class ExportCommand extends NewFileCommand {

    public ExportCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected String write(Desk desk, Path to) {
        desk.exchange().export(to);
        return Messages.of(ExportCommand.class).text("exported", to);
    }
}
