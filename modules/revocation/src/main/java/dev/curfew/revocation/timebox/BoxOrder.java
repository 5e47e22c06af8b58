package dev.curfew.revocation.timebox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What access is to end, and when.
///
/// @param subject the id of an identity, or of a credential
/// @param only the id or the name of one policy of its; empty: all that it has
/// @param until to the second, for so some sources write it
public record BoxOrder(String subject, Optional<String> only, Instant until) {
    public BoxOrder {
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }
}
