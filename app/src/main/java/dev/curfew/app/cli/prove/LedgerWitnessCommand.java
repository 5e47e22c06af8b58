package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.ledger.WitnessDesk.Witnessed;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks another workspace's evidence log and signs its newest checkpoint.
@Command(name = "witness")
public final class LedgerWitnessCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(LedgerWitnessCommand.class);

    private static final Listing<Witnessed> LISTING = new Listing<>(
            "curfew.ledger-witness/1",
            List.of(
                    Column.of(MESSAGES.text("log"), Witnessed::origin),
                    Column.whole(MESSAGES.text("before"), witnessed -> Long.toString(witnessed.sizeBefore())),
                    Column.whole(MESSAGES.text("entries"), witnessed -> Long.toString(witnessed.size())),
                    Column.whole(MESSAGES.text("at"), witnessed -> ModelWords.time(witnessed.at())),
                    Column.whole(MESSAGES.text("witness.key"), Witnessed::witnessKey)),
            witnessed -> new Fields()
                    .put("log", witnessed.origin())
                    .put("sizeBefore", witnessed.sizeBefore())
                    .put("size", witnessed.size())
                    .put("at", witnessed.at())
                    .put("witnessKey", witnessed.witnessKey())
                    .map(),
            "");

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "witness.export")
    private Path export = Path.of("");

    @Option(names = "--note", paramLabel = "NOTE", required = true)
    private Path note = Path.of("");

    public LedgerWitnessCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        TextFile.requireReadable(export);
        Witnessed witnessed = invocation.desk().witnesses().witness(export, note);
        invocation.printer().list(LISTING, List.of(witnessed));
        invocation.printer().note(MESSAGES.text("witness.next", note));
        return ExitCode.DONE;
    }
}
