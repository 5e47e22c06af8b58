package dev.curfew.app.cli.prove;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.AtLeastOne;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists entries of the evidence log.
@Command(name = "list")
public final class LedgerListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(LedgerListCommand.class);

    private static final Listing<LedgerEntry> LISTING = new Listing<>(
            "curfew.ledger/1",
            List.of(
                    Column.whole(MESSAGES.text("index"), entry -> Long.toString(entry.index())),
                    Column.whole(
                            MESSAGES.text("at"),
                            entry -> ModelWords.time(entry.event().at())),
                    Column.whole(MESSAGES.text("type"), entry -> entry.event().type()),
                    Column.of(MESSAGES.text("actor"), entry -> entry.event().actor()),
                    Column.of(MESSAGES.text("details"), LedgerListCommand::details)),
            LedgerListCommand::json,
            MESSAGES.text("ledger.none"));

    private final Invocation invocation;

    @Option(names = "--from", paramLabel = "INDEX", defaultValue = "0")
    private long from;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10000", converter = AtLeastOne.class)
    private int limit;

    public LedgerListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (from < 0) {
            throw new UsageProblem(MESSAGES.text("list.from", from));
        }
        invocation.printer().list(LISTING, invocation.desk().ledger().entries(from, limit));
        return ExitCode.DONE;
    }

    private static String details(LedgerEntry entry) {
        return new TreeMap<>(entry.event().details())
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, @Nullable Object> json(LedgerEntry entry) {
        return new Fields()
                .put("index", entry.index())
                .put("at", entry.event().at())
                .put("type", entry.event().type())
                .put("actor", entry.event().actor())
                .put("subject", entry.event().subjectHash())
                .put("details", new TreeMap<>(entry.event().details()))
                .put("leafHash", entry.leafHash())
                .map();
    }
}
