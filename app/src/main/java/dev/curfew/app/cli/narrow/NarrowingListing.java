package dev.curfew.app.cli.narrow;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.Narrowing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Narrowings, and how far each came.
final class NarrowingListing {
    private static final Messages MESSAGES = Messages.of(NarrowingListing.class);

    static final Listing<Narrowing> LISTING = new Listing<>(
            "curfew.narrowing/1",
            List.of(
                    Column.whole(MESSAGES.text("narrowing"), Narrowing::id),
                    Column.whole(
                            MESSAGES.text("policy"),
                            narrowing -> narrowing.policy().text()),
                    Column.of(MESSAGES.text("stage"), NarrowingListing::stage),
                    Column.of(MESSAGES.text("at"), narrowing -> ModelWords.time(narrowing.at())),
                    Column.of(MESSAGES.text("officer"), Narrowing::officer),
                    Column.of(MESSAGES.text("said"), Narrowing::said)),
            NarrowingListing::json,
            MESSAGES.text("none"));

    private NarrowingListing() {}

    private static String stage(Narrowing narrowing) {
        return MESSAGES.text(
                "stage." + narrowing.stage().name(),
                narrowing.due().map(ModelWords::time).orElse(""));
    }

    private static Map<String, @Nullable Object> json(Narrowing narrowing) {
        return new Fields()
                .put("id", narrowing.id())
                .put("policy", narrowing.policy().text())
                .put("stage", narrowing.stage().name())
                .put("at", narrowing.at())
                .put("officer", narrowing.officer())
                .put("reason", narrowing.reason())
                .put("measuredFrom", narrowing.from())
                .put("measuredUntil", narrowing.until())
                .put("due", narrowing.due().orElse(null))
                .put("prior", narrowing.prior().text())
                .put("priorVersion", narrowing.prior().version())
                .put("text", narrowing.text())
                .put("said", narrowing.said())
                .map();
    }
}
