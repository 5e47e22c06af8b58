package dev.curfew.app.cli.output;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The model's values as a table's cells. Times are UTC, to the second.
public final class ModelWords {
    private static final Messages MESSAGES = Messages.of(ModelWords.class);

    /// Named in full up to here; all of them are in JSON.
    private static final int NAMED_MAX = 5;

    private ModelWords() {}

    /// The first of them, and how many more there are.
    public static String some(List<EntityId> all) {
        String first = all.stream().limit(NAMED_MAX).map(EntityId::text).collect(Collectors.joining(", "));
        return all.size() > NAMED_MAX ? MESSAGES.text("some", first, all.size() - NAMED_MAX) : first;
    }

    public static String time(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static String expiry(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At at -> time(at.instant());
            case Expiry.Never() -> MESSAGES.text("expiry.never");
            case Expiry.Unknown _ -> MESSAGES.text("unknown");
        };
    }

    public static String ownership(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned owned -> owned.owner();
            case Ownership.OwnerGone gone -> MESSAGES.text("owner.gone", gone.owner());
            case Ownership.Unowned() -> MESSAGES.text("owner.none");
        };
    }

    public static String usage(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> time(seen.at());
            case Usage.NoneSeen none ->
                none.quality().horizon().isZero()
                        ? MESSAGES.text("usage.none-seen")
                        : MESSAGES.text(
                                "usage.none-seen-in", none.quality().horizon().toDays());
            case Usage.NotObserved _ -> MESSAGES.text("usage.not-observed");
        };
    }

    /// What keeps the evidence of use, how late it may be, how far back it reaches, and whether attempts count.
    public static String evidence(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> evidence(seen.quality());
            case Usage.NoneSeen none -> evidence(none.quality());
            case Usage.NotObserved not -> not.reason();
        };
    }

    private static String evidence(UsageQuality quality) {
        return MESSAGES.text(
                "evidence",
                quality.record(),
                quality.lagMax().toMinutes(),
                quality.horizon().isZero()
                        ? "-"
                        : String.valueOf(quality.horizon().toDays()),
                MESSAGES.text(quality.countsDenied() ? "evidence.denied" : "evidence.allowed"));
    }

    /// @param names what to call a policy that a statement names
    public static String evaluation(Evaluation evaluation, UnaryOperator<String> names) {
        String statements = evaluation.decidedBy().stream()
                .map(statement -> statement(statement, names))
                .collect(Collectors.joining("; "));
        return switch (evaluation) {
            case Evaluation.Allowed _ -> MESSAGES.text("evaluation.allowed", statements);
            case Evaluation.Conditional conditional ->
                MESSAGES.text(
                        "evaluation.conditional",
                        statements,
                        conditional.dependsOn().stream().sorted().collect(Collectors.joining(", ")));
            case Evaluation.Unknown unknown ->
                MESSAGES.text("evaluation.unknown", String.join(", ", unknown.unhandled()));
            case Evaluation.ExplicitlyDenied _ -> MESSAGES.text("evaluation.denied", statements);
            case Evaluation.ImplicitlyDenied _ -> MESSAGES.text("evaluation.not-allowed");
        };
    }

    private static String statement(DecidingStatement statement, UnaryOperator<String> names) {
        String policy = names.apply(statement.policy());
        if (!statement.isWritten()) {
            return MESSAGES.text("statement.unwritten", policy, statement.label());
        }
        return statement.label().isEmpty()
                ? MESSAGES.text("statement", policy, statement.statement() + 1)
                : MESSAGES.text("statement.labelled", policy, statement.statement() + 1, statement.label());
    }
}
