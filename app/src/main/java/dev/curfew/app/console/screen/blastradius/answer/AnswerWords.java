package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.component.state.Coverages;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Answers in plain words.
public final class AnswerWords {
    private static final Messages MESSAGES = Messages.of(AnswerWords.class);

    private AnswerWords() {}

    /// "reaches 20 things: 12 certain, 5 with conditions, 3 not certain", "is reached by 3 identities".
    public static String summary(Answer answer) {
        Direction direction = answer.question().direction();
        String all = MESSAGES.text("found." + direction, countNow(answer));
        List<Found> now =
                answer.found().stream().filter(it -> it.fate().isBefore()).toList();
        if (now.isEmpty()) {
            return all;
        }
        List<Certainty> kinds = Arrays.stream(Certainty.values())
                .filter(certainty -> count(now, certainty) > 0)
                .toList();
        if (kinds.equals(List.of(Certainty.CERTAIN))) {
            return MESSAGES.text("found.certain", all);
        }
        String parts = kinds.stream()
                .map(certainty -> MESSAGES.text("found." + certainty, count(now, certainty)))
                .collect(Collectors.joining(", "));
        return MESSAGES.text("found.parts", all, parts);
    }

    private static long countNow(Answer answer) {
        return answer.found().stream().filter(it -> it.fate().isBefore()).count();
    }

    private static long count(List<Found> found, Certainty certainty) {
        return found.stream().filter(it -> it.certainty() == certainty).count();
    }

    /// The line of what was found: "reads prod-db-backups", or who reads.
    public static String title(Found found, Direction direction) {
        return switch (direction) {
            case FORWARD -> MESSAGES.text("title.FORWARD", ReachWords.verb(found.how()), found.name());
            case BACKWARD -> found.name();
        };
    }

    /// What is done to the target, for who reaches: "reads it".
    public static String deed(Found found) {
        return MESSAGES.text("deed", ReachWords.verb(found.how()));
    }

    public static String steps(Found found) {
        return MESSAGES.text("steps", found.path().size());
    }

    public static String fate(Fate fate) {
        return MESSAGES.text("fate." + fate);
    }

    /// The scopes that could hide more, with what became of reading them.
    public static String gaps(List<Coverage> unread) {
        return unread.stream()
                .map(gap -> MESSAGES.text("gap", gap.source(), gap.scope(), Coverages.words(gap.state())))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
