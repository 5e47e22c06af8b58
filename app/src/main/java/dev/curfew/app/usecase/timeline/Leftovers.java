package dev.curfew.app.usecase.timeline;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.choice.Traces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What somebody made, and whether it is still there: a key, a user, a token that lives on when they are cut off.
///
/// @param index the newest reading
public record Leftovers(EntityId who, SnapshotIndex index) {
    private static final Messages MESSAGES = Messages.of(Leftovers.class);

    /// All of it is signed, and shown to whoever signs.
    private static final int TAKEN_MAX = 200;

    /// What stands between names in what a record says.
    private static final Pattern BETWEEN = Pattern.compile("[\\s/()]+");

    /// In the order of the record.
    public static List<Deed> made(Timeline timeline) {
        return timeline.deeds().stream().filter(Leftovers::isMaking).toList();
    }

    public static boolean isMaking(Deed deed) {
        return deed.kind() == DeedKind.CREATED && deed.succeeded();
    }

    /// The same for a plan that ends it too, with what the record does not tell.
    ///
    /// @param since from when on was asked for
    public static Traces traces(EntityId who, Timeline timeline, Instant since) {
        String by = who.text();
        List<Traces.Untold> untold = new ArrayList<>();
        if (!timeline.covers(since)) {
            String from = timeline.from().map(Instant::toString).orElse("-");
            untold.add(new Traces.Untold(by, MESSAGES.text("short", timeline.record(), from)));
        }
        timeline.gaps().stream().distinct().forEach(gap -> untold.add(new Traces.Untold(by, gap)));
        List<Deed> made = made(timeline);
        if (made.size() > TAKEN_MAX) {
            untold.add(new Traces.Untold(by, MESSAGES.text("beyond", made.size() - TAKEN_MAX, TAKEN_MAX)));
        }
        return new Traces(
                made.stream()
                        .limit(TAKEN_MAX)
                        .map(deed -> new Traces.Made(by, (deed.target() + " " + deed.detail()).strip(), deed.first()))
                        .toList(),
                untold);
    }

    /// A record says names in its source's own words; what is not listed under one of them may be there all the same.
    public boolean isListed(Deed deed) {
        return BETWEEN.splitAsStream(deed.target() + " " + deed.detail())
                .filter(word -> !word.isEmpty())
                .anyMatch(this::isListed);
    }

    private boolean isListed(String word) {
        return index.resolve(who.source() + ":" + word).stream()
                        .anyMatch(id -> id.source().equals(who.source()))
                || index.snapshot().identities().stream()
                        .filter(identity -> identity.source().equals(who.source()))
                        .anyMatch(identity -> identity.isCalled(word));
    }
}
