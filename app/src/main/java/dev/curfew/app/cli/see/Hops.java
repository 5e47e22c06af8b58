package dev.curfew.app.cli.see;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.app.cli.output.Fields;
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

/// A path's hops. A table calls things by their names; JSON has the ids with them.
public final class Hops {
    private static final Messages MESSAGES = Messages.of(Hops.class);

    private final SnapshotIndex index;

    public Hops(SnapshotIndex index) {
        this.index = index;
    }

    /// On one line, each hop with why it holds.
    public String words(List<Hop> path) {
        return path.stream()
                .map(hop -> MESSAGES.text(
                        "hop",
                        lower(hop.kind()),
                        name(hop.to()),
                        ModelWords.evaluation(hop.decision(), policy -> policyName(hop, policy))))
                .collect(Collectors.joining(" → "));
    }

    public List<Map<String, @Nullable Object>> json(List<Hop> path) {
        return path.stream().map(this::json).toList();
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

    private String name(EntityId id) {
        return EntityFacts.of(index, id).name();
    }

    /// Statements call a policy by its native id, or by a name that is no id.
    private String policyName(Hop hop, String policy) {
        return policy.isEmpty() ? policy : name(new PolicyId(hop.from().source(), policy));
    }

    /// A constant as a word.
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
