package dev.curfew.app.cli.see;

import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.FilterOptions;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists credentials and windows by how soon they end.
@Command(name = "expiring")
public final class ExpiringCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(ExpiringCommand.class);

    private static final Listing<Expiring> LISTING = new Listing<>(
            "curfew.expiring/1",
            List.of(
                    Column.of(MESSAGES.text("band"), row -> MESSAGES.text("band." + row.band())),
                    Column.of(MESSAGES.text("expires"), row -> ModelWords.expiry(row.expiry())),
                    Column.whole(MESSAGES.text("id"), row -> row.id().text()),
                    Column.of(MESSAGES.text("kind"), Expiring::kind),
                    Column.of(MESSAGES.text("holder"), ExpiringCommand::holder),
                    Column.of(MESSAGES.text("owner"), row -> ModelWords.ownership(row.ownership())),
                    Column.of(
                            MESSAGES.text("then"),
                            row -> MESSAGES.text(row.endsAsItShould() ? "then.ends" : "then.breaks"))),
            ExpiringCommand::json,
            MESSAGES.text("expiring.none"));

    private final Invocation invocation;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(names = "--within", paramLabel = "BAND", converter = Horizon.Text.class)
    private @Nullable Horizon within;

    @Option(names = "--fail-on", paramLabel = "BAND", converter = Horizon.Text.class)
    private @Nullable Horizon failOn;

    public ExpiringCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<Expiring> rows = invocation.desk().expiring().list(filter.filter()).stream()
                .filter(row -> within == null || within.holds(row.band()))
                .toList();
        invocation.list(LISTING, rows);
        boolean breaks =
                failOn != null && rows.stream().anyMatch(row -> !row.endsAsItShould() && failOn.holds(row.band()));
        return breaks ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private static String holder(Expiring row) {
        return row.holder() == null ? "" : row.holder().nativeId();
    }

    private static Map<String, @Nullable Object> json(Expiring row) {
        return new Fields()
                .put("id", row.id().text())
                .put("kind", row.kind())
                .put("name", row.name())
                .put("holder", row.holder() == null ? null : row.holder().text())
                .put("ownership", ModelJson.ownership(row.ownership()))
                .put("expiry", ModelJson.expiry(row.expiry()))
                .put("band", row.band().name())
                .put("window", row.window())
                .put("endsAsItShould", row.endsAsItShould())
                .map();
    }
}
