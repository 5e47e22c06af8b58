package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// A source's state in words.
final class SourceWords {

    private static final Messages MESSAGES = Messages.of(SourceWords.class);

    private SourceWords() {}

    static String kind(String kind) {
        return MESSAGES.has("kind." + kind) ? MESSAGES.text("kind." + kind) : kind;
    }

    /// A part of a source that is read on its own; one that nobody gave words is shown as the source calls it.
    static String scope(String scope) {
        return MESSAGES.has("scope." + scope) ? MESSAGES.text("scope." + scope) : Words.kind(scope);
    }

    static String setting(String key) {
        return MESSAGES.has("setting." + key) ? MESSAGES.text("setting." + key) : key;
    }

    static Chip coverage(SourceStatus status) {
        if (status.readAt().isEmpty()) {
            return Chip.of(Tone.UNKNOWN, MESSAGES.text("coverage.never"));
        }
        long gaps = gaps(status).size();
        return status.whole()
                ? Chip.of(Tone.GOOD, MESSAGES.text("coverage.whole"))
                : Chip.of(
                        Tone.CARE,
                        MESSAGES.text("coverage.gaps", gaps, status.coverage().size()));
    }

    static List<Coverage> gaps(SourceStatus status) {
        return status.coverage().stream().filter(it -> !it.provesAbsence()).toList();
    }

    static Chip acting(Connection connection) {
        return connection.canAct()
                ? Chip.of(Tone.NOTE, MESSAGES.text("acting.on"))
                : Chip.of(Tone.PLAIN, MESSAGES.text("acting.off"));
    }

    static String result(SyncResult result) {
        return switch (result) {
            case SyncResult.Recorded recorded -> recorded(recorded);
            case SyncResult.Failed failed -> MESSAGES.text("sync.failed", failed.source(), failed.sentence());
        };
    }

    private static String recorded(SyncResult.Recorded recorded) {
        List<String> gaps = recorded.coverage().stream()
                .filter(it -> !it.provesAbsence())
                .map(Coverage::scope)
                .map(SourceWords::scope)
                .toList();
        var summary = recorded.summary();
        String read =
                MESSAGES.text("sync.read", recorded.source(), summary.added(), summary.changed(), summary.removed());
        return gaps.isEmpty() ? read : MESSAGES.text("sync.gaps", read, String.join(", ", gaps));
    }

    static String results(List<SyncResult> results) {
        return results.stream().map(SourceWords::result).collect(Collectors.joining(" "));
    }
}
