package dev.curfew.app.usecase.playbook;

import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.playbook.Ceiling;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.Scope;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.governance.playbook.Trigger;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A playbook as whoever signs it reads it, at every face: all that it says.
public final class PlaybookWords {
    private static final Messages MESSAGES = Messages.of(PlaybookWords.class);

    /// More are counted.
    private static final int MATCHES_MAX = 20;

    private PlaybookWords() {}

    /// One thing that a playbook says.
    public record Fact(String name, String value) {}

    /// @param moment says when
    public static List<Fact> facts(Playbook playbook, Function<Instant, String> moment) {
        Ceiling ceiling = playbook.ceiling();
        return List.of(
                fact("purpose", playbook.purpose()),
                fact("trigger", trigger(playbook.trigger())),
                fact("scope", scope(playbook.scope())),
                fact("acts", String.join(", ", playbook.acts())),
                fact(
                        "ceiling",
                        MESSAGES.text(
                                "ceiling", ceiling.identities(), ceiling.credentials(), Spans.words(ceiling.within()))),
                fact("review", MESSAGES.text("review", Spans.words(playbook.reviewWithin()))),
                fact("end", MESSAGES.text("end", playbook.signatures(), moment.apply(playbook.expiresAt()))));
    }

    private static Fact fact(String key, String value) {
        return new Fact(MESSAGES.text("fact." + key), value);
    }

    public static String trigger(Trigger trigger) {
        return MESSAGES.text("trigger." + trigger.name());
    }

    public static String standing(SignedPlaybook.Standing standing) {
        return MESSAGES.text("standing." + standing.name());
    }

    public static String scope(Scope scope) {
        return switch (scope) {
            case Scope.Named named -> String.join(", ", named.ids());
            case Scope.Selected selected -> selected(selected);
        };
    }

    private static String selected(Scope.Selected selected) {
        List<String> parts = new ArrayList<>();
        parts.add(MESSAGES.text("scope.sources", String.join(", ", selected.sources())));
        if (!selected.kinds().isEmpty()) {
            parts.add(MESSAGES.text("scope.kinds", String.join(", ", selected.kinds())));
        }
        if (!selected.tags().isEmpty()) {
            String tags = selected.tags().entrySet().stream()
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .sorted()
                    .collect(Collectors.joining(", "));
            parts.add(MESSAGES.text("scope.tags", tags));
        }
        return String.join("; ", parts);
    }

    /// What would set it off now.
    public static List<String> of(List<Match> matches) {
        if (matches.isEmpty()) {
            return List.of(MESSAGES.text("matches.none"));
        }
        List<String> sentences = new ArrayList<>(matches.stream()
                .limit(MATCHES_MAX)
                .map(match -> MESSAGES.text("matches.one", match.finding().sentence(), String.join(", ", match.ids())))
                .toList());
        if (matches.size() > MATCHES_MAX) {
            sentences.add(MESSAGES.text("matches.more", matches.size() - MATCHES_MAX));
        }
        return sentences;
    }
}
