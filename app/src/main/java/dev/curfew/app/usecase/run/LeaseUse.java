package dev.curfew.app.usecase.run;

import dev.curfew.model.id.CredentialId;

/// Whether a login that was handed out was tried where it is used, before the command had it.
public sealed interface LeaseUse {
    /// It was let in.
    ///
    /// @param login as the source knows it
    record LetIn(CredentialId login) implements LeaseUse {}

    /// It was not, so that a refusal afterwards would prove nothing.
    ///
    /// @param why in words
    record Untried(String why) implements LeaseUse {}
}
