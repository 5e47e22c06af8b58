package dev.curfew.app.cli.see;

import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is reached, a line each.
final class ReachListing {
    private static final Messages MESSAGES = Messages.of(ReachListing.class);

    private final Hops hops;

    ReachListing(SnapshotIndex index) {
        hops = new Hops(index);
    }

    Listing<Reached> listing() {
        return new Listing<>(
                "curfew.reach/1",
                List.of(
                        Column.whole(
                                MESSAGES.text("target"),
                                reached -> reached.target().text()),
                        Column.of(MESSAGES.text("kind"), Reached::kind),
                        Column.of(MESSAGES.text("how"), reached -> Hops.lower(reached.how())),
                        Column.of(MESSAGES.text("certainty"), reached -> Hops.lower(reached.certainty())),
                        Column.of(MESSAGES.text("sensitivity"), reached -> Hops.lower(reached.sensitivity())),
                        Column.of(MESSAGES.text("path"), reached -> hops.words(reached.path()))),
                this::json,
                MESSAGES.text("reach.none"));
    }

    private Map<String, @Nullable Object> json(Reached reached) {
        return new Fields()
                .put("target", reached.target().text())
                .put("name", reached.name())
                .put("kind", reached.kind())
                .put("how", reached.how().name())
                .put("certainty", reached.certainty().name())
                .put("sensitivity", reached.sensitivity().name())
                .put("path", hops.json(reached.path()))
                .map();
    }
}
