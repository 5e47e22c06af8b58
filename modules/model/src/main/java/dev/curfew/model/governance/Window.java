package dev.curfew.model.governance;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which an exception holds, and the credential issued for it.
///
/// @param id the request's id: one window a request
/// @param endsAt by the provider's clock where it says
/// @param end how it ended; null while it is open
/// @param endedAt when that was established; null while it is open
public record Window(
        String id,
        PolicyId policy,
        CredentialId credential,
        Instant openedAt,
        Instant endsAt,
        Enforcement enforcement,
        @Nullable WindowEnd end,
        @Nullable Instant endedAt) {

    public Window {
        if ((end == null) != (endedAt == null)) {
            throw new IllegalArgumentException("a window ends by something and at some time, or not at all");
        }
    }

    public boolean isOpen() {
        return end == null;
    }

    /// @throws IllegalStateException if it has ended already
    public Window ended(WindowEnd by, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("window " + id + " has ended already");
        }
        return new Window(id, policy, credential, openedAt, endsAt, enforcement, by, at);
    }

    /// The same with an earlier end.
    ///
    /// @param by who holds that end
    /// @throws IllegalStateException if it has ended already, or would not end earlier
    public Window shortened(Instant to, Enforcement by) {
        if (!isOpen() || !to.isBefore(endsAt)) {
            throw new IllegalStateException("window " + id + " does not become shorter");
        }
        return new Window(id, policy, credential, openedAt, to, by, end, endedAt);
    }
}
