package dev.curfew.app.usecase.officer;

import dev.curfew.governance.signin.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who signed in on a machine, and what for.
///
/// @param signIns the newest of each officer who did not sign out
/// @param limits how old a sign-in may be that a policy in force asks for, the shortest first
public record Presence(List<SignIn> signIns, List<Duration> limits) {

    public static final Presence NOBODY = new Presence(List.of(), List.of());

    public Presence {
        signIns = List.copyOf(signIns);
        limits = List.copyOf(limits);
    }

    /// Until when it serves the policy that is content with the oldest; empty where none asks for a sign-in.
    public Optional<Instant> until(SignIn signIn) {
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of(signIn.authTime().plus(limits.getLast()));
    }

    /// Those that still serve some policy.
    public List<SignIn> serving(Instant now) {
        return signIns.stream()
                .filter(signIn -> until(signIn).filter(now::isBefore).isPresent())
                .toList();
    }

    /// Whether somebody signed in so shortly before.
    public boolean isFresh(Duration within, Instant now) {
        return signIns.stream()
                .anyMatch(signIn -> !signIn.authTime().plus(within).isBefore(now));
    }
}
