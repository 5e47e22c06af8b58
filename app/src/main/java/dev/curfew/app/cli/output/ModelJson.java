package dev.curfew.app.cli.output;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import dev.curfew.model.observation.Coverage;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the model's values look like in JSON. Each sealed type carries its case in `state`.
public final class ModelJson {
    private static final String STATE = "state";

    private ModelJson() {}

    public static Map<String, @Nullable Object> expiry(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At at -> state("at").put("at", at.instant()).map();
            case Expiry.Never() -> state("never").map();
            case Expiry.Unknown unknown ->
                state("unknown").put("reason", unknown.reason()).map();
        };
    }

    public static Map<String, @Nullable Object> ownership(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned owned ->
                state("owned")
                        .put("owner", owned.owner())
                        .put("evidence", owned.evidence())
                        .map();
            case Ownership.OwnerGone gone ->
                state("owner-gone")
                        .put("owner", gone.owner())
                        .put("evidence", gone.evidence())
                        .map();
            case Ownership.Unowned() -> state("unowned").map();
        };
    }

    public static Map<String, @Nullable Object> usage(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen ->
                state("seen")
                        .put("at", seen.at())
                        .put("by", seen.by())
                        .put("quality", quality(seen.quality()))
                        .map();
            case Usage.NoneSeen none ->
                state("none-seen").put("quality", quality(none.quality())).map();
            case Usage.NotObserved not ->
                state("not-observed").put("reason", not.reason()).map();
        };
    }

    private static Map<String, @Nullable Object> quality(UsageQuality quality) {
        return new Fields()
                .put("record", quality.record())
                .put("lagSecondsMax", quality.lagMax())
                .put("horizonSeconds", quality.horizon())
                .put("countsDenied", quality.countsDenied())
                .map();
    }

    public static Map<String, @Nullable Object> coverage(Coverage coverage) {
        return new Fields()
                .put("source", coverage.source().value())
                .put("scope", coverage.scope())
                .put(STATE, coverage.state().name())
                .put("detail", coverage.detail())
                .put("items", coverage.items())
                .put("at", coverage.at())
                .map();
    }

    public static Map<String, @Nullable Object> evaluation(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed _ -> decided("Allowed", evaluation).map();
            case Evaluation.ExplicitlyDenied denied ->
                decided("ExplicitlyDenied", evaluation)
                        .put("blockedBy", layers(denied.blockedBy()))
                        .map();
            case Evaluation.ImplicitlyDenied denied ->
                decided("ImplicitlyDenied", evaluation)
                        .put("blockedBy", layers(denied.blockedBy()))
                        .map();
            case Evaluation.Conditional conditional ->
                decided("Conditional", evaluation)
                        .put(
                                "dependsOn",
                                conditional.dependsOn().stream().sorted().toList())
                        .map();
            case Evaluation.Unknown unknown ->
                decided("Unknown", evaluation)
                        .put("unhandled", unknown.unhandled())
                        .map();
        };
    }

    private static Fields decided(String result, Evaluation evaluation) {
        return new Fields()
                .put("result", result)
                .put(
                        "decidedBy",
                        evaluation.decidedBy().stream()
                                .map(ModelJson::statement)
                                .toList());
    }

    private static Map<String, @Nullable Object> statement(DecidingStatement statement) {
        return new Fields()
                .put("policy", statement.policy())
                .put("statement", statement.isWritten() ? statement.statement() : null)
                .put("label", statement.label())
                .map();
    }

    private static Iterable<String> layers(Collection<PolicyLayer> layers) {
        return layers.stream().map(PolicyLayer::text).sorted().toList();
    }

    private static Fields state(String state) {
        return new Fields().put(STATE, state);
    }
}
