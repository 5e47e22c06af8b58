package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the evidence log to a file.
@Command(name = "export")
public final class LedgerExportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "file.new")
    private Path file = Path.of("");

    public LedgerExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        long entries = invocation.desk().ledger().export(file);
        invocation.printer().note(Messages.of(LedgerExportCommand.class).text("ledger.exported", entries, file));
        return ExitCode.DONE;
    }
}
