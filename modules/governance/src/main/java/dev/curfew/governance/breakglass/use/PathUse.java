package dev.curfew.governance.breakglass.use;

import dev.curfew.governance.breakglass.Isolation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One use of a path in earnest.
///
/// @param openedBy the holders whose shares opened the envelope
/// @param approver another officer, who signed for it before it was handed over; empty where nobody was waited for
/// @param reviewBy until when somebody else has to have looked at it
/// @param endsBy until when the session may go on; empty where that was not entered
/// @param told what became of telling the receiver of alerts
/// @param said what the policies in force said of it, for which nobody waited
/// @param closed when it was closed; empty while it is open, or where the machine stopped
/// @param reviewer who looked at it; empty until somebody did
public record PathUse(
        String id,
        String path,
        String officer,
        String reason,
        List<String> openedBy,
        Optional<String> approver,
        Instant openedAt,
        Instant reviewBy,
        Optional<Instant> endsBy,
        Told told,
        Said said,
        Optional<Instant> closed,
        Optional<String> reviewer) {
    public PathUse {
        openedBy = List.copyOf(openedBy);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a use has a reason");
        }
    }

    /// What a receiver of alerts was told at the opening, and what it said.
    ///
    /// @param confirmed whether it said itself that it knows
    /// @param words in a sentence; empty where nothing was entered
    public record Told(boolean confirmed, String words) {
        public static final Told NOTHING = new Told(false, "");
    }

    /// What the policies in force said of it.
    ///
    /// @param words with the policies that decided, or why they could not be asked; empty for what was opened before
    ///     they
    ///     were
    /// @param policies hash of their text; empty where they were not asked
    public record Said(String words, String policies) {
        public static final Said NOTHING = new Said("", "");
    }

    /// Whether it was closed; otherwise it is open, or the machine stopped.
    public boolean isOpen() {
        return closed.isEmpty();
    }

    /// Whether an officer took part in it.
    public boolean isOf(String name) {
        return officer.equals(name)
                || openedBy.contains(name)
                || approver.filter(name::equals).isPresent();
    }

    /// From its opening on. One that was never closed has a time that it was meant to end at: what is done after that
    /// is no part of it.
    public Isolation.Span span() {
        return new Isolation.Span(openedAt, closed.or(() -> endsBy).orElse(reviewBy));
    }

    /// As reviewed by somebody.
    PathUse reviewedBy(String officer) {
        return new PathUse(
                id,
                path,
                this.officer,
                reason,
                openedBy,
                approver,
                openedAt,
                reviewBy,
                endsBy,
                told,
                said,
                closed,
                Optional.of(officer));
    }

    public boolean isOverdue(Instant now) {
        return reviewer.isEmpty() && now.isAfter(reviewBy);
    }
}
