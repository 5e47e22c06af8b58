package dev.curfew.app.cli.see;

import dev.curfew.app.cli.attest.AnswerListing;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A thing and its credentials, a line each.
final class ShowListing {
    private static final Messages MESSAGES = Messages.of(ShowListing.class);

    static final Listing<Shown> LISTING = new Listing<>(
            "curfew.show/1",
            List.of(
                    Column.whole(MESSAGES.text("id"), Shown::id),
                    Column.of(MESSAGES.text("kind"), Shown::kind),
                    Column.of(MESSAGES.text("name"), Shown::name),
                    Column.of(MESSAGES.text("state"), shown -> LifecycleWords.state(shown.lifecycle())),
                    Column.of(MESSAGES.text("created"), shown -> ModelWords.time(shown.createdAt())),
                    Column.of(
                            MESSAGES.text("expires"),
                            shown -> shown.expiry().map(ModelWords::expiry).orElse(MESSAGES.text("expires.none"))),
                    Column.of(MESSAGES.text("last-use"), shown -> ModelWords.usage(shown.usage())),
                    Column.of(MESSAGES.text("by"), ShowListing::by),
                    Column.of(MESSAGES.text("evidence"), shown -> ModelWords.evidence(shown.usage()))),
            ShowListing::json,
            MESSAGES.text("show.none"));

    /// All are in JSON.
    private static final int KEPT_SHOWN_MAX = 10;

    private ShowListing() {}

    /// What would break with it.
    static String kept(Shown shown) {
        List<String> all = shown.keptIn();
        List<String> some = all.stream().limit(KEPT_SHOWN_MAX).toList();
        return MESSAGES.text("kept", shown.id(), all.size(), String.join(", ", some), all.size() - some.size());
    }

    /// Who answers for it, where that is written, and how sure that is.
    static Optional<String> owner(Shown shown) {
        return shown.ownership()
                .map(each -> each.evidence().isEmpty()
                        ? MESSAGES.text("owner.nobody", shown.name())
                        : MESSAGES.text("owner.by", shown.name(), ModelWords.ownership(each), each.evidence()));
    }

    private static String by(Shown shown) {
        return shown.usage() instanceof Usage.Seen seen ? seen.by() : "";
    }

    private static Map<String, @Nullable Object> json(Shown shown) {
        return new Fields()
                .put("id", shown.id())
                .put("kind", shown.kind())
                .put("name", shown.name())
                .put("ownership", shown.ownership().map(ModelJson::ownership).orElse(null))
                .put("lifecycle", LifecycleWords.json(shown.lifecycle()))
                .put("risk", RiskWords.json(shown.risk()))
                .put("createdAt", shown.createdAt())
                .put("expiry", shown.expiry().map(ModelJson::expiry).orElse(null))
                .put("usage", ModelJson.usage(shown.usage()))
                .put("keptIn", shown.keptIn())
                .put("attestation", shown.attestation().map(AnswerListing::json).orElse(null))
                .put("use", shown.use() == null ? null : shown.use().json())
                .map();
    }
}
