package dev.curfew.revocation.timebox;

import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.timebox.TimeBox;
import java.time.Instant;

/// A time-box on standing access, and how far it came.
///
/// @param officer who decided on it last
/// @param owner who answers for the access; empty where nobody is known
/// @param how by what mechanism it ends
/// @param begunAt when it was decided on
/// @param mayHaveEnded whether Curfew may have ended the access: then that is undone too when the box is lifted
/// @param untold whether its end is due, and the source could not be told
/// @param at when it came to this stage
/// @param said the newest thing that the source answered
public record Boxed(
        TimeBox box,
        String officer,
        String reason,
        String owner,
        String how,
        Enforcement enforcement,
        Instant begunAt,
        boolean mayHaveEnded,
        boolean untold,
        BoxStage stage,
        Instant at,
        String said) {

    public String id() {
        return box.id();
    }

    /// Whether its end is still ahead, or not done yet.
    public boolean awaitsEnd() {
        return stage.awaitsEnd();
    }
}
