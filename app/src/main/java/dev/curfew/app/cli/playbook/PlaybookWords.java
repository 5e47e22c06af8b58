package dev.curfew.app.cli.playbook;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.Scope;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A playbook in sentences, as whoever signs it reads it: all that it says.
final class PlaybookWords {
    private static final Messages MESSAGES = Messages.of(PlaybookWords.class);

    /// More are counted.
    private static final int MATCHES_MAX = 20;

    private PlaybookWords() {}

    static List<String> of(Playbook playbook) {
        return List.of(
                MESSAGES.text("words.name", playbook.name(), playbook.hash()),
                MESSAGES.text("words.purpose", playbook.purpose()),
                MESSAGES.text(
                        "words.trigger",
                        MESSAGES.text("trigger." + playbook.trigger().name())),
                MESSAGES.text("words.scope", scope(playbook.scope())),
                MESSAGES.text("words.acts", String.join(", ", playbook.acts())),
                MESSAGES.text(
                        "words.ceiling",
                        playbook.ceiling().identities(),
                        playbook.ceiling().credentials(),
                        Spans.words(playbook.ceiling().within())),
                MESSAGES.text("words.review", Spans.words(playbook.reviewWithin())),
                MESSAGES.text("words.end", playbook.signatures(), ModelWords.time(playbook.expiresAt())));
    }

    static String scope(Scope scope) {
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
    static List<String> of(List<Match> matches) {
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
