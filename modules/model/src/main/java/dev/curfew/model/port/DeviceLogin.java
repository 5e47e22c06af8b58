package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import java.net.URI;
import java.util.function.Consumer;

/// A login that somebody makes on another device, with a code (OAuth 2.0 Device Authorization Grant, RFC 8628).
public interface DeviceLogin {
    /// Waits until it was made.
    ///
    /// @param kept the credential that is there, which says with what to log in; stays the caller's
    /// @param show tells the person what to do
    /// @return what takes the credential's place; the caller closes it
    /// @throws SourceException if there is no such login, or it was not made
    Secret login(Secret kept, Consumer<Prompt> show) throws InterruptedException;

    /// @param address to open
    /// @param code to enter there
    /// @param whole the address with the code in it
    record Prompt(URI address, String code, URI whole) {}
}
