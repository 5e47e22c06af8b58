package dev.curfew.governance.breakglass;

import dev.curfew.model.breakglass.Alerts;
import java.net.URI;
import java.time.Duration;

/// How it is noticed that a path is used.
///
/// @param receiver the monitoring system's address, which is asked whether it knows
/// @param raisedBySource whether the source's own monitoring raises the alert; otherwise Curfew tells the receiver
/// @param privateAllowed whether an address inside a network is dialled
/// @param within how long after the activation the receiver may take to confirm
public record AlertPlan(URI receiver, boolean raisedBySource, boolean privateAllowed, Duration within) {
    public AlertPlan {
        String scheme = receiver.getScheme();
        if (receiver.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("no address of a receiver: " + receiver);
        }
        if (!within.isPositive()) {
            throw new IllegalArgumentException("a receiver needs some time");
        }
    }

    public Alerts.Receiver dialled() {
        return new Alerts.Receiver(receiver, privateAllowed);
    }
}
