package dev.curfew.app.cli.option;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/// A command that writes a new file, and says what is in it.
public abstract class NewFileCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(NewFileCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "file.new")
    private Path file = Path.of("");

    protected NewFileCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /// @return the sentence about what was written
    protected abstract String write(Desk desk, Path to);

    @Override
    public final Integer call() {
        requireFolder();
        invocation.printer().note(write(invocation.desk(), file));
        return ExitCode.DONE;
    }

    private void requireFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageProblem(MESSAGES.text("no-folder", folder));
        }
    }
}
