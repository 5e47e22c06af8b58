package dev.curfew.governance.playbook;

import java.time.Duration;

/// How much a playbook may touch in any stretch of time so long. What would be more is not begun.
public record Ceiling(int identities, int credentials, Duration within) {
    /// A plan of revocation has no more steps either: what is more is an emergency, which an officer signs.
    static final int MOST = 50;

    static final Duration SHORTEST = Duration.ofMinutes(1);

    static final Duration LONGEST = Duration.ofDays(30);

    public Ceiling {
        if (identities < 1 || credentials < 1 || identities > MOST || credentials > MOST) {
            throw new IllegalArgumentException("a ceiling is between 1 and " + MOST);
        }
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a ceiling is for " + SHORTEST + " to " + LONGEST);
        }
    }

    public boolean holds(int identitiesTouched, int credentialsTouched) {
        return identitiesTouched <= identities && credentialsTouched <= credentials;
    }
}
