package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.model.text.Messages;

/// What its end means, so what there is to do: one list each.
enum Outlook {
    /// What uses it stops unless it is renewed.
    BREAKS,
    /// It was issued for an exception's window.
    AS_IT_SHOULD,
    /// It never ends, or nobody knows.
    NO_END;

    private static final Messages MESSAGES = Messages.of(Outlook.class);

    static Outlook of(Expiring it) {
        if (it.endsAsItShould()) {
            return AS_IT_SHOULD;
        }
        return switch (it.band()) {
            case EXPIRED, WITHIN_24_HOURS, WITHIN_7_DAYS, WITHIN_30_DAYS, LATER -> BREAKS;
            case NEVER, UNKNOWN -> NO_END;
        };
    }

    String words(long count) {
        return MESSAGES.text("list." + name(), count);
    }

    /// What stands where the list is empty.
    String none() {
        return MESSAGES.text("none." + name());
    }

    String noneNext() {
        return MESSAGES.text("none." + name() + ".next");
    }
}
