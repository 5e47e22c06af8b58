package dev.curfew.model.notice;

import dev.curfew.model.connection.Secret;
import org.jspecify.annotations.Nullable;

/// Brings notices where carriers say.
public interface Messenger {

    /// What became of it.
    ///
    /// @param there whether the receiving system has taken it
    /// @param words what it answered, or why it did not, for a person; without secrets
    record Told(boolean there, String words) {}

    /// Takes some seconds at most, whatever the receiver does.
    ///
    /// @param secret the carrier's, lent; null where it has none
    Told carry(Carrier carrier, Notice notice, @Nullable Secret secret) throws InterruptedException;
}
