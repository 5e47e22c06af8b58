package dev.curfew.app.cli.see;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is reached, a line each. The table's path calls things by their names; JSON has the ids with them.
final class ReachListing {
    private static final Messages MESSAGES = Messages.of(ReachListing.class);

    private final SnapshotIndex index;

    ReachListing(SnapshotIndex index) {
        this.index = index;
    }

    Listing<Reached> listing() {
        return new Listing<>(
                "curfew.reach/1",
                List.of(
                        Column.whole(
                                MESSAGES.text("target"),
                                reached -> reached.target().text()),
                        Column.of(MESSAGES.text("kind"), Reached::kind),
                        Column.of(MESSAGES.text("how"), reached -> lower(reached.how())),
                        Column.of(MESSAGES.text("certainty"), reached -> lower(reached.certainty())),
                        Column.of(MESSAGES.text("sensitivity"), reached -> lower(reached.sensitivity())),
                        Column.of(MESSAGES.text("path"), this::path)),
                this::json,
                MESSAGES.text("reach.none"));
    }

    private String path(Reached reached) {
        return reached.path().stream()
                .map(hop -> MESSAGES.text(
                        "hop",
                        lower(hop.kind()),
                        name(hop.to()),
                        ModelWords.evaluation(hop.decision(), policy -> policyName(hop, policy))))
                .collect(Collectors.joining(" → "));
    }

    private String name(EntityId id) {
        return EntityFacts.of(index, id).name();
    }

    /// Statements call a policy by its native id, or by a name that is no id.
    private String policyName(Hop hop, String policy) {
        return policy.isEmpty() ? policy : name(new PolicyId(hop.from().source(), policy));
    }

    private Map<String, @Nullable Object> json(Reached reached) {
        return new Fields()
                .put("target", reached.target().text())
                .put("name", reached.name())
                .put("kind", reached.kind())
                .put("how", reached.how().name())
                .put("certainty", reached.certainty().name())
                .put("sensitivity", reached.sensitivity().name())
                .put("path", reached.path().stream().map(this::json).toList())
                .map();
    }

    private Map<String, @Nullable Object> json(Hop hop) {
        return new Fields()
                .put("from", hop.from().text())
                .put("fromName", name(hop.from()))
                .put("to", hop.to().text())
                .put("toName", name(hop.to()))
                .put("kind", hop.kind().name())
                .put("actions", hop.actions())
                .put("decision", ModelJson.evaluation(hop.decision()))
                .map();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
