package dev.curfew.app.cli.timebox;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.Boxed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Time-boxes on standing access, and how far each came.
final class BoxListing {
    private static final Messages MESSAGES = Messages.of(BoxListing.class);

    static final Listing<Boxed> LISTING = new Listing<>(
            "curfew.timebox/1",
            List.of(
                    Column.whole(MESSAGES.text("timebox"), Boxed::id),
                    Column.whole(
                            MESSAGES.text("access"),
                            boxed -> boxed.box().access().text()),
                    Column.of(
                            MESSAGES.text("until"),
                            boxed -> ModelWords.time(boxed.box().until())),
                    Column.of(MESSAGES.text("enforced"), boxed -> BoxPlanWords.enforced(boxed.enforcement())),
                    Column.of(
                            MESSAGES.text("stage"),
                            boxed -> MESSAGES.text("stage." + boxed.stage().name())),
                    Column.of(MESSAGES.text("officer"), Boxed::officer),
                    Column.of(MESSAGES.text("said"), Boxed::said)),
            BoxListing::json,
            MESSAGES.text("none"));

    private BoxListing() {}

    private static Map<String, @Nullable Object> json(Boxed boxed) {
        return new Fields()
                .put("id", boxed.id())
                .put("subject", boxed.box().access().subject().text())
                .put("only", boxed.box().access().part().map(EntityId::text).orElse(null))
                .put("until", boxed.box().until())
                .put("stage", boxed.stage().name())
                .put("at", boxed.at())
                .put("officer", boxed.officer())
                .put("reason", boxed.reason())
                .put("owner", boxed.owner())
                .put("targetEnforced", boxed.enforcement().byTarget())
                .put("enforcedBy", boxed.enforcement().by())
                .put("enforcedWhy", boxed.enforcement().reason())
                .put("how", boxed.how())
                .put("prior", boxed.box().prior())
                .put("said", boxed.said())
                .map();
    }
}
