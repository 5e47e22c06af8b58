package dev.curfew.governance.breakglass;

import dev.curfew.model.breakglass.Alerts.Receiver;
import java.time.Duration;

/// How it is noticed that a path is used.
///
/// @param receiver the monitoring system, which is asked whether it knows
/// @param raisedBySource whether the source's own monitoring raises the alert; otherwise Curfew tells the receiver
/// @param within how long after the activation the receiver may take to confirm
public record AlertPlan(Receiver receiver, boolean raisedBySource, Duration within) {
    public AlertPlan {
        if (!within.isPositive()) {
            throw new IllegalArgumentException("a receiver needs some time");
        }
    }
}
