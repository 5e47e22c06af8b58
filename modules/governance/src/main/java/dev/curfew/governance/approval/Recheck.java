package dev.curfew.governance.approval;

import java.util.Locale;

/// What came of computing, on the approver's own machine and now, what the subject said of itself.
public enum Recheck {
    SAME,
    CHANGED,
    /// The approver's machine could not compute it: the snapshot does not hold the target.
    NOT_CHECKED;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
