package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import java.time.Clock;

/// Reads a cluster: its roles, and every database that takes connections.
public final class PostgresObserver implements Observer {
    private final PgAccess access;
    private final Reading reading;

    public PostgresObserver(PgAccess access, Clock clock) {
        this.access = access;
        reading = new Reading(access, clock);
    }

    /// Tells where the cluster changes from now on.
    public ChangeFeed changes() throws InterruptedException {
        return PostgresChanges.open(access, reading);
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return reading.of(_ -> true, progress);
    }
}
