package dev.curfew.model.attribute;

import java.time.Instant;

/// When something was last used, with the quality of that evidence: null is not "never", and "none seen" is not "none".
public sealed interface Usage {

    /// @param by the service, address or agent the source names; empty where it names none
    record Seen(Instant at, String by, UsageQuality quality) implements Usage {}

    /// The evidence covers this thing and shows no use within its horizon.
    record NoneSeen(UsageQuality quality) implements Usage {}

    /// No evidence covers it; `reason` is why.
    record NotObserved(String reason) implements Usage {}
}
