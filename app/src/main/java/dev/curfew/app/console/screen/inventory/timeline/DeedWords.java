package dev.curfew.app.console.screen.inventory.timeline;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Deeds and how far their record reaches, in words.
public final class DeedWords {

    private static final Messages MESSAGES = Messages.of(DeedWords.class);

    static final List<String> HEADER =
            List.of("first", "last", "times", "did", "target", "detail", "by", "from", "agent", "with", "succeeded");

    private DeedWords() {}

    /// "tried: read secret secret/data/db".
    static String did(Deed deed) {
        return did(deed.kind(), deed.target(), deed.succeeded());
    }

    /// The same of what is no whole deed.
    public static String did(DeedKind kind, String target, boolean succeeded) {
        String words = MESSAGES.text("did", MESSAGES.text("did." + kind), target);
        return succeeded ? words : MESSAGES.text("tried", words);
    }

    /// When, how often, and what else is told of it.
    static String more(Deed deed) {
        String often = deed.times() == 1
                ? Words.moment(deed.first())
                : MESSAGES.text("often", deed.times(), Words.moment(deed.first()), Words.moment(deed.last()));
        return Stream.of(
                        often,
                        deed.detail(),
                        named("by", deed.by()),
                        named("from", deed.from().address()))
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /// What it is, and its name; empty where it has none.
    static String named(String key, String value) {
        return value.isBlank() ? "" : MESSAGES.text(key, value);
    }

    /// How far the record reaches: what is not in it may have been done before.
    static String horizon(Timeline timeline, Instant since) {
        return timeline.from()
                .map(from -> MESSAGES.text(
                        timeline.covers(since) ? "record.whole" : "record.short",
                        timeline.record(),
                        Words.moment(from),
                        Words.length(timeline.lagMax())))
                .orElseGet(() -> MESSAGES.text("record.empty", timeline.record()));
    }

    /// How many secrets it saw, each of which may have to be replaced.
    static long secrets(Timeline timeline) {
        return timeline.deeds().stream()
                .filter(it -> it.kind() == DeedKind.READ_SECRET && it.succeeded())
                .map(Deed::target)
                .distinct()
                .count();
    }

    static List<String> cells(Deed deed) {
        return List.of(
                deed.first().toString(),
                deed.last().toString(),
                Long.toString(deed.times()),
                deed.kind().name(),
                deed.target(),
                deed.detail(),
                deed.by(),
                deed.from().address(),
                deed.from().agent(),
                deed.from().with(),
                Boolean.toString(deed.succeeded()));
    }

    static String text(Timeline timeline) {
        return timeline.deeds().stream()
                .map(deed -> MESSAGES.text("line", did(deed), more(deed)))
                .collect(Collectors.joining("\n"));
    }
}
