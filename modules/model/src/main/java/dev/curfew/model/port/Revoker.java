package dev.curfew.model.port;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;

/// Acts on a source. Every action is idempotent: done twice, it answers `AlreadyDone`.
public interface Revoker {

    /// Never throws for what the source answers; that is the outcome.
    ///
    /// @throws IllegalArgumentException for an action that this source does not have
    ActionOutcome act(Action action, CredentialId credential) throws InterruptedException;
}
