package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A path in plain words.
public final class PathWords {
    private static final Messages MESSAGES = Messages.of(PathWords.class);

    private PathWords() {}

    /// "It reads prod-db, in 3 steps", "ci-deployer reads it, in 3 steps".
    static String title(Answer answer, Chosen chosen) {
        int steps = chosen.path().size();
        return switch (answer.question().direction()) {
            case FORWARD -> MESSAGES.text("title.FORWARD", AnswerWords.title(chosen.found(), Direction.FORWARD), steps);
            case BACKWARD ->
                MESSAGES.text("title.BACKWARD", chosen.found().name(), AnswerWords.deed(chosen.found()), steps);
        };
    }

    /// "2. ci-deploy reads prod-db".
    static String hop(SnapshotIndex index, int number, Hop hop) {
        return MESSAGES.text(
                "hop", number, Names.of(index, hop.from()), ReachWords.verb(hop.kind()), Names.of(index, hop.to()));
    }

    /// What the right allows whoever has it.
    static String allows(Hop hop) {
        String deed = MESSAGES.text("allows." + hop.kind());
        return hop.actions().isEmpty() ? deed : MESSAGES.text("allows.by", deed, hop.actions());
    }

    /// Why it holds where no statement does: a record of the source itself.
    static String record(Hop hop) {
        return MESSAGES.text("record." + hop.kind());
    }

    /// What it depends on; empty for what is certain.
    static String condition(Evaluation decision) {
        return switch (decision) {
            case Evaluation.Conditional(var _, var keys) ->
                MESSAGES.text("only.if", String.join(", ", new TreeSet<>(keys)));
            case Evaluation.Unknown(var unhandled) -> String.join("; ", unhandled);
            case Evaluation.Allowed _ -> "";
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> ReachWords.decision(decision);
        };
    }

    /// The whole path as text for a ticket.
    public static String text(Answer answer, Chosen chosen) {
        List<String> lines = new ArrayList<>();
        lines.add(MESSAGES.text(
                "text.title",
                title(answer, chosen),
                ReachWords.certainty(chosen.found().certainty()),
                answer.index().snapshot().number()));
        List<Hop> path = chosen.path();
        for (int i = 0; i < path.size(); i++) {
            Hop hop = path.get(i);
            lines.add(hop(answer.index(), i + 1, hop));
            lines.add(MESSAGES.text("text.ids", hop.from(), hop.to()));
            if (!hop.actions().isEmpty()) {
                lines.add(MESSAGES.text("text.actions", hop.actions()));
            }
            lines.add(MESSAGES.text("text.decided", ReachWords.decision(hop.decision())));
        }
        return String.join("\n", lines) + "\n";
    }
}
