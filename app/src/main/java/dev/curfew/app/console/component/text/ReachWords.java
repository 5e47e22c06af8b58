package dev.curfew.app.console.component.text;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reach in plain words.
public final class ReachWords {

    private static final Messages MESSAGES = Messages.of(ReachWords.class);

    private ReachWords() {}

    /// "reads", "becomes".
    public static String verb(HopKind kind) {
        return MESSAGES.text("hop." + kind);
    }

    public static String certainty(Certainty certainty) {
        return MESSAGES.text("certainty." + certainty);
    }

    /// "reads prod-db-backups".
    public static String how(Reached reached) {
        return MESSAGES.text("how", verb(reached.how()), reached.name());
    }

    public static String steps(Reached reached) {
        return MESSAGES.text("steps", reached.path().size());
    }

    /// "ci-deploy becomes release-admin (sts:AssumeRole)".
    ///
    /// @param name what an entity is called
    public static String hop(Hop hop, Function<dev.curfew.model.id.EntityId, String> name) {
        String sentence = MESSAGES.text("hop", name.apply(hop.from()), verb(hop.kind()), name.apply(hop.to()));
        return hop.actions().isEmpty() ? sentence : MESSAGES.text("hop.by", sentence, hop.actions());
    }

    /// Why a hop holds.
    public static String decision(Evaluation decision) {
        return switch (decision) {
            case Evaluation.Allowed(var statements) -> MESSAGES.text("allowed", statements(statements));
            case Evaluation.Conditional(var statements, var keys) ->
                MESSAGES.text("conditional", String.join(", ", new TreeSet<>(keys)), statements(statements));
            case Evaluation.Unknown(var unhandled) -> MESSAGES.text("unknown.hop", String.join("; ", unhandled));
            case Evaluation.ExplicitlyDenied denied -> MESSAGES.text("denied", statements(denied.decidedBy()));
            case Evaluation.ImplicitlyDenied _ -> MESSAGES.text("denied.implicitly");
        };
    }

    private static String statements(List<DecidingStatement> statements) {
        return statements.isEmpty()
                ? MESSAGES.text("statement.none")
                : statements.stream().map(ReachWords::statement).collect(Collectors.joining(", "));
    }

    /// People count statements from 1.
    private static String statement(DecidingStatement statement) {
        if (!statement.isWritten()) {
            return MESSAGES.text("statement.unwritten", Words.brief(statement.policy()), statement.label());
        }
        return statement.label().isEmpty()
                ? MESSAGES.text("statement", statement.statement() + 1, Words.brief(statement.policy()))
                : MESSAGES.text(
                        "statement.label",
                        statement.statement() + 1,
                        statement.label(),
                        Words.brief(statement.policy()));
    }

    /// "reaches 20 things: 12 certain, 5 with conditions, 3 not certain".
    public static String summary(Reach reach) {
        String all = MESSAGES.text("reaches", reach.reached().size());
        if (reach.reached().isEmpty()) {
            return all;
        }
        if (count(reach, Certainty.CERTAIN) == reach.reached().size()) {
            return MESSAGES.text("reaches.certain", all);
        }
        String parts = Arrays.stream(Certainty.values())
                .filter(certainty -> count(reach, certainty) > 0)
                .map(certainty -> MESSAGES.text("reaches." + certainty, count(reach, certainty)))
                .collect(Collectors.joining(", "));
        return MESSAGES.text("reaches.parts", all, parts);
    }

    private static long count(Reach reach, Certainty certainty) {
        return reach.reached().stream()
                .filter(it -> it.certainty() == certainty)
                .count();
    }
}
