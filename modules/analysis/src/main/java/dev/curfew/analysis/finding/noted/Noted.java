package dev.curfew.analysis.finding.noted;

import dev.curfew.analysis.signal.Standing;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
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
        List<Emergency> emergencies,
        Attestations attestations,
        Recorded recorded,
        List<Standing> signals) {
    public static final Noted NOTHING = new Noted(
            List.of(), List.of(), List.of(), List.of(), List.of(), Attestations.NONE, Recorded.NOTHING, List.of());

    public Noted {
        leaks = List.copyOf(leaks);
        departures = List.copyOf(departures);
        revivals = List.copyOf(revivals);
        overdue = List.copyOf(overdue);
        emergencies = List.copyOf(emergencies);
        signals = List.copyOf(signals);
    }

    public Noted withLeaks(List<Leak> leaks) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withDepartures(List<Departure> departures) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withRevivals(List<Revival> revivals) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withOverdue(List<Overdue> overdue) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withEmergencies(List<Emergency> emergencies) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withAttestations(Attestations attestations) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withRecorded(Recorded recorded) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
    }

    public Noted withSignals(List<Standing> signals) {
        return new Noted(leaks, departures, revivals, overdue, emergencies, attestations, recorded, signals);
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

    /// A break-glass path that needs somebody.
    ///
    /// @param at since when
    /// @param use that was to be reviewed; empty where it is a drill that is due
    public record Emergency(Trouble trouble, String path, IdentityId account, Instant at, String use) {}

    /// What is wrong with a break-glass path.
    public enum Trouble {
        NEVER_DRILLED,
        DRILL_FAILED,
        DRILL_OVERDUE,
        REVIEW_OVERDUE
    }
}
