package dev.curfew.app.usecase.breakglass.status;

import dev.curfew.app.usecase.notice.Hearer;
import dev.curfew.model.timeline.DeedKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A use that is open: how long still, who knows of it, and what was done so far.
///
/// @param approver who signed for it too; empty where nobody was waited for
/// @param endsBy until when the session may go on; empty where that was not entered
/// @param receiver what the receiver of alerts says, asked just now
/// @param confirmed whether it says that it knows
/// @param told each of the others, and whether a notice reached them
public record UseStatus(
        String id,
        String officer,
        List<String> openedBy,
        Optional<String> approver,
        String reason,
        Instant openedAt,
        Optional<Instant> endsBy,
        Instant reviewBy,
        String receiver,
        boolean confirmed,
        List<Hearer> told,
        Activity activity) {
    public UseStatus {
        openedBy = List.copyOf(openedBy);
        told = List.copyOf(told);
    }

    /// What the checked-out credential did so far, by the source's own record.
    ///
    /// @param known whether the source tells; otherwise the words say why not
    /// @param words the record that was read and how late it may be, or why none was
    /// @param deeds newest first, at most [Statuses#DEEDS_MAX]
    /// @param more how many older ones there are
    /// @param gaps what the record does not tell, in words
    public record Activity(boolean known, String words, List<Done> deeds, long more, List<String> gaps) {
        public Activity {
            deeds = List.copyOf(deeds);
            gaps = List.copyOf(gaps);
        }
    }

    /// @param at when it was done last
    /// @param from the address that it came from; empty where the source does not tell
    public record Done(Instant at, DeedKind kind, String target, long times, boolean succeeded, String from) {}
}
