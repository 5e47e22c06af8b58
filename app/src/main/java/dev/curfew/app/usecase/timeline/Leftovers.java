package dev.curfew.app.usecase.timeline;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Timeline;
import java.util.List;
import java.util.regex.Pattern;

/// What somebody made, and whether it is still there: a key, a user, a token that lives on when they are cut off.
///
/// @param index the newest reading
public record Leftovers(EntityId who, SnapshotIndex index) {
    /// What stands between names in what a record says.
    private static final Pattern BETWEEN = Pattern.compile("[\\s/()]+");

    /// In the order of the record.
    public static List<Deed> made(Timeline timeline) {
        return timeline.deeds().stream().filter(Leftovers::isMaking).toList();
    }

    public static boolean isMaking(Deed deed) {
        return deed.kind() == DeedKind.CREATED && deed.succeeded();
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
