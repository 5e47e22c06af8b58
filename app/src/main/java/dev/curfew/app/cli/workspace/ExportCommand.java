package dev.curfew.app.cli.workspace;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the workspace's contents to a file.
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "file.new")
    private Path file = Path.of("");

    public ExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.desk().exchange().export(file);
        invocation.printer().note(Messages.of(ExportCommand.class).text("exported", file));
        return ExitCode.DONE;
    }
}
