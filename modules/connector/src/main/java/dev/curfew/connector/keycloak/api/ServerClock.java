package dev.curfew.connector.keycloak.api;

import java.time.Duration;
import java.time.Instant;

/// What the server's clock shows, by the token that it issued last: Keycloak sends no `Date`. It is between two
/// moments.
///
/// @param earliest it shows at least this
/// @param latest it shows at most this
public record ServerClock(Instant earliest, Instant latest) {

    /// @param issuedAt as the token says, the whole second that it was issued in
    /// @param sinceAsked since the token was asked for
    /// @param sinceAnswered since it came
    static ServerClock of(Instant issuedAt, Duration sinceAsked, Duration sinceAnswered) {
        return new ServerClock(
                issuedAt.plus(sinceAnswered), issuedAt.plusSeconds(1).plus(sinceAsked));
    }
}
