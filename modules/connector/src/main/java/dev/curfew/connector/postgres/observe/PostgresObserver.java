package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import java.time.Clock;

/// Reads a cluster: its roles, and every database that takes connections.
public final class PostgresObserver implements Observer {
    private final Reading reading;

    public PostgresObserver(PgAccess access, Clock clock) {
        reading = new Reading(access, clock);
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return reading.of(_ -> true, progress);
    }
}
