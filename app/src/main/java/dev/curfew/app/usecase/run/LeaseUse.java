package dev.curfew.app.usecase.run;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;

/// Whether a login that was handed out was tried where it is used, before the command had it.
public sealed interface LeaseUse {
    /// Nothing was handed out, or no login.
    record NoLogin() implements LeaseUse {}

    /// It was let in.
    ///
    /// @param login as the source knows it
    /// @param password stays the lease's
    record LetIn(CredentialId login, Secret password) implements LeaseUse {}

    /// It was not, so that a refusal afterwards would prove nothing.
    ///
    /// @param why in words
    record Untried(String why) implements LeaseUse {}
}
