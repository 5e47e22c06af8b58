package dev.curfew.connector.postgres.link;

import java.time.Duration;

/// How long is waited for a server.
///
/// @param login until a session stands, name look-up, TLS and password included
/// @param answer for one statement and all of its rows
/// @param lock until a statement that changes something gets what it needs; then it gives up, for others wait behind it
public record PgLimits(Duration login, Duration answer, Duration lock) {
    /// Logging in takes hundredths of a second, and a busy server's fork a few. The largest catalogue measured is read
    /// in seconds. A change that waits for a lock would hold up every login that comes after it.
    public static final PgLimits DEFAULT =
            new PgLimits(Duration.ofSeconds(20), Duration.ofMinutes(3), Duration.ofSeconds(10));
}
