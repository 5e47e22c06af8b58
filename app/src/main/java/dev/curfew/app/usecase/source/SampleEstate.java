package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Connection;
import java.time.Instant;
import java.util.List;

/// What the sample estate is connected as.
@FunctionalInterface
public interface SampleEstate {
    /// @param identities about how many non-human identities, over all of the connections
    List<Connection> connections(int identities, long seed, Instant connectedAt);
}
