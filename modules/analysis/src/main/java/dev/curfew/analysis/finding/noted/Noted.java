package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.signal.Standing;
import dev.curfew.model.id.CredentialId;
import java.time.Instant;
import java.util.List;

/// What the workspace knows that no snapshot holds.
///
/// @param signals that stand
public record Noted(
        List<Leak> leaks,
        List<Departure> departures,
        List<Revival> revivals,
        List<Overdue> overdue,
        List<Standing> signals) {
    public static final Noted NOTHING = new Noted(List.of(), List.of(), List.of(), List.of());

    public Noted {
        leaks = List.copyOf(leaks);
        departures = List.copyOf(departures);
        revivals = List.copyOf(revivals);
        overdue = List.copyOf(overdue);
        signals = List.copyOf(signals);
    }

    /// Without signals.
    public Noted(List<Leak> leaks, List<Departure> departures, List<Revival> revivals, List<Overdue> overdue) {
        this(leaks, departures, revivals, overdue, List.of());
    }

    /// Somebody told that it leaked.
    public record Leak(CredentialId credential, Instant toldAt) {}

    /// Somebody told that this owner is gone.
    public record Departure(String owner, Instant toldAt) {}

    /// What was revoked, was seen to be gone, and is good again.
    public record Revival(CredentialId credential, String planId, Instant goneAt) {}

    /// A playbook's run that was to be reviewed until then, and was not.
    ///
    /// @param credential that it touched, the first of them
    public record Overdue(String run, String playbook, CredentialId credential, Instant due) {}
}
