package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.NewFileCommand;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/// Writes the evidence log to a file.
@Command(name = "export")
public final class LedgerExportCommand extends NewFileCommand {

    public LedgerExportCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected String write(Desk desk, Path to) {
        long entries = desk.ledger().export(to);
        return Messages.of(LedgerExportCommand.class).text("ledger.exported", entries, to);
    }
}
