package dev.curfew.model.breakglass;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.proof.ProbeOutcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// Another credential of the same account, random. The source does not know it until [Entry#replace]; one that
    /// makes credentials itself has it beside the old one until then.
    ///
    /// @throws dev.curfew.model.port.SourceException if the source makes it, and refused or did not answer
    Secret fresh(Secret credential) throws InterruptedException;

    /// Where the source answers besides its connection's address: asking there is asking nobody else.
    default Set<URI> places() {
        return Set.of();
    }

    /// Opens a wrapping, if it is the one that was made; empty where the source has none.
    ///
    /// @return the variables in which programs look for the session; the caller closes them
    /// @throws dev.curfew.model.port.SourceException if it was opened before, its time is over, or it is another
    default Optional<Map<String, Secret>> unwrap(Wrapped wrapped) throws InterruptedException {
        return Optional.empty();
    }

    /// The policies and groups that everybody of such a source has, and the credentials that it lists for each account,
    /// by native id: they say nothing.
    ///
    /// @param account as [#account] has it
    default Set<String> everybodys(String account) {
        return Set.of();
    }

    /// Whether another identity of the source stands for the same account.
    ///
    /// @param account as [#account] has it
    default boolean isSame(String account, Identity other) {
        return false;
    }

    /// By what else than the sealed credential the account is let in, as far as the source tells, in its own words.
    ///
    /// @param listed a credential of the account's
    default List<String> otherWays(Credential listed) {
        return List.of();
    }

    /// Whether such a source lists the sealed credential itself among the account's: a password may be in no list.
    default boolean listsSealed() {
        return true;
    }
}
