package dev.curfew.model.port;

import dev.curfew.model.observation.Observation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Tells where a source changed, so that only that is read again. It tells of what changes from its opening on, so it
/// is opened before the whole reading that it is to follow. One thread uses it; cancel by interrupting that.
public interface ChangeFeed extends AutoCloseable {

    /// Waits for a change, and then as long as it is worth waiting for others that come with it.
    ///
    /// @param atMost how long it waits for the first
    /// @return the scopes, as in `Coverage.scope`, in which something changed; empty if nothing did in that time
    /// @throws SourceException if the source does not tell any more: read it whole, with another feed
    Set<String> await(Duration atMost) throws InterruptedException;

    /// Reads the whole source, where the feed keeps something of that which [#read] then need not read again. Empty: it
    /// keeps nothing, and the source's observer reads it.
    ///
    /// @throws SourceException as `Observer.observe`
    default Optional<Observation> readWhole(Progress progress) throws InterruptedException {
        return Optional.empty();
    }

    /// Reads scopes again, and those whose facts depend on them; the observation has the coverage of these alone.
    ///
    /// @throws SourceException as `Observer.observe`
    Observation read(Set<String> scopes, Progress progress) throws InterruptedException;

    @Override
    void close();
}
