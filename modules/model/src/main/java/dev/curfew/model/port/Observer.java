package dev.curfew.model.port;

import dev.curfew.model.observation.Observation;

/// Reads a source. Never changes it.
public interface Observer {

    /// One complete reading. What the source refuses or fails to give becomes coverage and does not end the reading.
    ///
    /// @throws SourceException if nothing at all can be read: unreachable, wrong credential, not such a source
    /// @throws InterruptedException if the reading was cancelled
    Observation observe(Progress progress) throws InterruptedException;
}
