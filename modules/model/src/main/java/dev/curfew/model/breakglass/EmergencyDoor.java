package dev.curfew.model.breakglass;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.proof.ProbeOutcome;
import java.util.Set;

/// How a source lets its break-glass account in: by the account's own credential alone. No credential of Curfew's is
/// used, so that it works when Curfew's are gone.
public interface EmergencyDoor {

    /// Whose credential it is, as the source's users know it. Asks nobody.
    ///
    /// @throws dev.curfew.model.port.SourceException if the text is no credential of an account of this source
    String account(Secret credential);

    /// Logs in.
    ///
    /// @param credential neither kept nor closed here
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    Entry enter(Secret credential) throws InterruptedException;

    /// Whether the account is let in with it: logs in, and out again.
    ProbeOutcome attempt(Secret credential) throws InterruptedException;

    /// Another credential of the same account, random. The source does not know it until [Entry#replace].
    Secret fresh(Secret credential);

    /// The policies that everybody of such a source has, by native id: that others hold them too says nothing.
    default Set<String> everybodys() {
        return Set.of();
    }
}
