package dev.curfew.app.cli.escalations;

import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How ways to become an administrator are listed.
///
/// @param name what an identity is called: its native id alone where there is but one source
record FoundListing(Function<EntityId, String> name) {
    private static final Messages MESSAGES = Messages.of(FoundListing.class);

    Listing<Escalation> listing() {
        return new Listing<>(
                "curfew.escalations/1",
                List.of(
                        Column.whole(MESSAGES.text("identity"), found -> name.apply(found.identity())),
                        Column.of(MESSAGES.text("method"), Escalation::method),
                        Column.of(MESSAGES.text("certainty"), FoundListing::certainty),
                        Column.of(MESSAGES.text("sentence"), Escalation::sentence),
                        Column.of(MESSAGES.text("needs"), found -> String.join("; ", found.needs()))),
                this::json,
                MESSAGES.text("none"));
    }

    private static String certainty(Escalation found) {
        return found.certainty().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, @Nullable Object> json(Escalation found) {
        return new Fields()
                .put("identity", name.apply(found.identity()))
                .put("method", found.method())
                .put("methods", found.permissions())
                .put("certainty", certainty(found))
                .put("sentence", found.sentence())
                .put("target", found.target())
                .put(
                        "statements",
                        found.statements().stream().map(FoundListing::json).toList())
                .put("needs", found.needs())
                .put("cutBy", found.cutBy())
                .map();
    }

    private static Map<String, @Nullable Object> json(DecidingStatement statement) {
        return new Fields()
                .put("policy", statement.policy())
                .put("statement", statement.isWritten() ? statement.statement() : null)
                .map();
    }
}
