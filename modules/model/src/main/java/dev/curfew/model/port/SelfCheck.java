package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;

/// Asks a source about a credential of Curfew's own, by the mildest call that uses it. Never fails: what went wrong is
/// the answer.
@FunctionalInterface
public interface SelfCheck {

    /// @param credential neither kept nor closed here
    Standing of(Secret credential) throws InterruptedException;
}
