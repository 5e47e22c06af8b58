package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A source's state in words.
final class SourceWords {

    private static final Messages MESSAGES = Messages.of(SourceWords.class);

    private SourceWords() {}

    /// A part of a source that is read on its own; one that nobody gave words is shown as the source calls it.
    ///
    /// @param kind the source's; empty for one that nothing is known of
    static String scope(Optional<SourceKind> kind, String scope) {
        return kind.flatMap(it -> it.scope(scope))
                .orElseGet(() -> MESSAGES.has("scope." + scope) ? MESSAGES.text("scope." + scope) : Words.kind(scope));
    }

    /// One that the kind does not know is called by its name.
    static String setting(Optional<SourceKind> kind, String name) {
        return kind.flatMap(it -> it.setting(name)).map(Setting::called).orElse(name);
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

    private static String result(SyncResult result, Function<SourceName, Optional<SourceKind>> kinds) {
        return switch (result) {
            case SyncResult.Recorded recorded -> recorded(recorded, kinds.apply(recorded.source()));
            case SyncResult.Failed failed -> MESSAGES.text("sync.failed", failed.source(), failed.sentence());
        };
    }

    private static String recorded(SyncResult.Recorded recorded, Optional<SourceKind> kind) {
        List<String> gaps = recorded.coverage().stream()
                .filter(it -> !it.provesAbsence())
                .map(Coverage::scope)
                .map(scope -> scope(kind, scope))
                .toList();
        var summary = recorded.summary();
        String read =
                MESSAGES.text("sync.read", recorded.source(), summary.added(), summary.changed(), summary.removed());
        return gaps.isEmpty() ? read : MESSAGES.text("sync.gaps", read, String.join(", ", gaps));
    }

    /// @param kinds of the sources that were read
    static String results(List<SyncResult> results, Function<SourceName, Optional<SourceKind>> kinds) {
        return results.stream().map(it -> result(it, kinds)).collect(Collectors.joining(" "));
    }
}
