package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sources, a line each.
final class SourcesListing {
    private static final Messages MESSAGES = Messages.of(SourcesListing.class);

    static final Listing<SourceStatus> LISTING = new Listing<>(
            "curfew.sources/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("source"),
                            status -> status.connection().name().value()),
                    Column.of(
                            MESSAGES.text("kind"), status -> status.connection().kind()),
                    Column.of(
                            MESSAGES.text("address"),
                            status -> status.connection().address().toString()),
                    Column.of(
                            MESSAGES.text("acting"),
                            status -> MESSAGES.text(status.connection().canAct() ? "acting.on" : "acting.off")),
                    Column.of(
                            MESSAGES.text("read"),
                            status -> ModelWords.time(status.readAt().orElse(null))),
                    Column.of(MESSAGES.text("state"), SourcesListing::state)),
            SourcesListing::json,
            MESSAGES.text("sources.none"));

    private SourcesListing() {}

    /// An export has sources, but no connections to them.
    static Listing<SourceStatus> ofExport(Snapshot snapshot) {
        String sources = snapshot.coverage().stream()
                .map(scope -> scope.source().value())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Listing<>(
                LISTING.schema(), LISTING.columns(), LISTING.json(), MESSAGES.text("sources.export", sources));
    }

    private static String state(SourceStatus status) {
        if (status.readAt().isEmpty()) {
            return MESSAGES.text("state.never");
        }
        return MESSAGES.text(status.whole() ? "state.whole" : "state.gaps");
    }

    private static Map<String, @Nullable Object> json(SourceStatus status) {
        Connection connection = status.connection();
        return new Fields()
                .put("name", connection.name().value())
                .put("kind", connection.kind())
                .put("address", connection.address().toString())
                .put("canAct", connection.canAct())
                .put("connectedAt", connection.connectedAt())
                .put("settings", new TreeMap<>(connection.settings()))
                .put("readAt", status.readAt().orElse(null))
                .put(
                        "coverage",
                        status.coverage().stream().map(ModelJson::coverage).toList())
                .map();
    }
}
