package dev.curfew.governance.breakglass.use;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One use of a path in earnest.
///
/// @param openedBy the holders whose shares opened the envelope
/// @param reviewBy until when somebody else has to have looked at it
/// @param closed when it was closed; empty while it is open, or where the machine stopped
/// @param reviewer who looked at it; empty until somebody did
public record PathUse(
        String id,
        String path,
        String officer,
        String reason,
        List<String> openedBy,
        Instant openedAt,
        Instant reviewBy,
        Optional<Instant> closed,
        Optional<String> reviewer) {
    public PathUse {
        openedBy = List.copyOf(openedBy);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a use has a reason");
        }
    }

    public boolean isOverdue(Instant now) {
        return reviewer.isEmpty() && now.isAfter(reviewBy);
    }
}
