package dev.curfew.app.usecase.breakglass.status;

import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A break-glass path as it stands, whole in itself: it goes from one process to another.
///
/// @param envelope how it looks without being opened
/// @param drill when the next is due, and how the last one went
/// @param notApart why it is not kept apart from daily work, a sentence each
/// @param monitoring whether somebody would notice a use
/// @param usesRecent how often it was used in earnest within [Statuses#RECENT]
/// @param open uses, oldest first
/// @param unreviewed ids of uses that nobody looked at in time
/// @param doubts what the ledger says of it and is not believed, a sentence each
public record PathStatus(
        String name,
        String source,
        String account,
        int threshold,
        List<String> holders,
        SealState envelope,
        DrillStatus drill,
        List<String> notApart,
        Monitoring monitoring,
        long usesRecent,
        List<UseStatus> open,
        List<String> unreviewed,
        List<String> doubts) {
    public PathStatus {
        holders = List.copyOf(holders);
        notApart = List.copyOf(notApart);
        open = List.copyOf(open);
        unreviewed = List.copyOf(unreviewed);
        doubts = List.copyOf(doubts);
    }

    /// @param dueAt when the next drill is, or was, due
    /// @param lastAt when the last one began; empty if there was none
    public record DrillStatus(Due.State state, Instant dueAt, Optional<Instant> lastAt) {}

    /// @param receiver the host of the receiver of alerts; empty where there is none
    /// @param confirmed whether it confirmed the alert of the last drill that came so far
    /// @param words what it came to then, in a sentence
    /// @param at when; empty if no drill came so far
    public record Monitoring(String receiver, boolean confirmed, String words, Optional<Instant> at) {}
}
