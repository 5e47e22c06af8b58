package dev.curfew.connector.openbao.api;

import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// What a session's calls are made with.
interface BaoToken extends AutoCloseable {

    /// It stays this one's.
    ///
    /// @throws dev.curfew.model.port.SourceException if there is none to be had
    Secret current() throws InterruptedException;

    /// Of a token that lasts no longer than its session; empty for any other.
    Optional<String> passingAccessor();

    @Override
    void close();
}
