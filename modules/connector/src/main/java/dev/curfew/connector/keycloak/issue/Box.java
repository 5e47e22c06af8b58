package dev.curfew.connector.keycloak.issue;

import java.time.Duration;
import java.time.Instant;

/// How a stretch of time is put into a client: its secret ends early enough for the last token to end with the window.
///
/// @param secretEndsAt to a second
/// @param tokensLast of each token
record Box(Instant secretEndsAt, Duration tokensLast) {
    /// Long enough not to be asked for all the time.
    private static final Duration TOKEN_MAX = Duration.ofMinutes(1);

    private static final long PARTS = 4;

    /// @param now the server's clock
    static Box of(Instant now, Duration duration) {
        Duration part = Duration.ofSeconds(Math.max(1, duration.toSeconds() / PARTS));
        Duration tokens = part.compareTo(TOKEN_MAX) < 0 ? part : TOKEN_MAX;
        return new Box(now.plus(duration).minus(tokens), tokens);
    }

    Instant endsAt() {
        return secretEndsAt.plus(tokensLast);
    }
}
