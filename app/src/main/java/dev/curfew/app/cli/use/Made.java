package dev.curfew.app.cli.use;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.timeline.Leftovers;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What somebody left behind since a moment, in sentences: a key, a user, a token that lives on when they are cut off.
///
/// @param since from when on was asked for
record Made(EntityId who, Instant since, Timeline timeline) {
    private static final Messages MESSAGES = Messages.of(Made.class);

    /// The rest is in `curfew timeline`.
    private static final int SHOWN_MAX = 20;

    static String unread(EntityId who, String reason) {
        return MESSAGES.text("made.unread", who.text(), reason);
    }

    static String unasked(int more) {
        return MESSAGES.text("made.unasked", more);
    }

    /// @param index the newest reading
    List<String> sentences(SnapshotIndex index) {
        List<Deed> made = Leftovers.made(timeline);
        Leftovers leftovers = new Leftovers(who, index);
        List<String> sentences = new ArrayList<>();
        sentences.add(MESSAGES.text(
                made.isEmpty() ? "made.none" : "made", who.text(), made.size(), timeline.record(), reach()));
        made.stream()
                .limit(SHOWN_MAX)
                .map(deed -> MESSAGES.text(
                        "made.one",
                        (deed.target() + " " + deed.detail()).strip(),
                        ModelWords.time(deed.last()),
                        MESSAGES.text(leftovers.isListed(deed) ? "made.listed" : "made.unknown")))
                .forEach(sentences::add);
        if (made.size() > SHOWN_MAX) {
            sentences.add(MESSAGES.text("made.more", made.size() - SHOWN_MAX, who.text(), ModelWords.time(since)));
        }
        timeline.limits().forEach(gap -> sentences.add(MESSAGES.text("gap", gap)));
        return sentences;
    }

    private String reach() {
        return timeline.covers(since)
                ? ModelWords.time(since)
                : timeline.from()
                        .map(from -> MESSAGES.text("made.short", ModelWords.time(from)))
                        .orElseGet(() -> MESSAGES.text("made.empty"));
    }
}
