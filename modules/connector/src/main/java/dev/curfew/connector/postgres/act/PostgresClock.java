package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.port.SourceClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The cluster's clock, by which VALID UNTIL is over.
///
/// @param ours this machine's clock
public record PostgresClock(PgAccess access, InstantSource ours) implements SourceClock {
    private static final String NOW = "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    @Override
    public Optional<Reading> read() throws InterruptedException {
        try (PgLogin login = access.readingLogin();
                PgSession session = access.read(login, access.maintenance())) {
            Instant theirs = Instant.ofEpochMilli(Long.parseLong(session.one(NOW)));
            return Optional.of(new Reading(theirs, ours.instant()));
        } catch (PgException _) {
            return Optional.empty();
        }
    }
}
