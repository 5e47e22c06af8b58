package dev.curfew.app.usecase.notice;

import dev.curfew.governance.notice.CarrierBook.Standing;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Notice;

/// A notice that is to go by a carrier.
record Parcel(Standing standing, Notice notice) {
    Carrier carrier() {
        return standing.carrier();
    }

    /// What happened before there was the carrier does not go by it; what is so now does.
    boolean isDue() {
        boolean passed = switch (notice.event()) {
            case REQUEST_WAITING, REQUEST_DECIDED, WINDOW_ENDED, BREAK_GLASS_OPENED, VOICE_HANDED, ALARM -> true;
            case REQUEST_ESCALATED, WINDOW_ENDING, DRILL_OVERDUE, ATTESTATION_OVERDUE, NARROWING, TEST -> false;
        };
        return carrier().takes(notice) && !(passed && notice.at().isBefore(standing.since()));
    }
}
