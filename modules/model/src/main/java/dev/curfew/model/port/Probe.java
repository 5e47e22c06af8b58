package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Belonging;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import java.util.Optional;

/// Asks whether a credential still works, by the mildest call that uses it.
public interface Probe {

    /// Tries the credential itself, once.
    ///
    /// @param value the credential's value, in the form the source hands it out; neither kept nor closed here
    ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException;

    /// Asks the source, with our own reading credential, whether it lists the credential.
    ListingEvidence list(CredentialId credential) throws InterruptedException;

    /// Whether the value belongs to the credential, asked of the source or computed; a probe of another key proves
    /// nothing.
    boolean belongs(CredentialId credential, Secret value) throws InterruptedException;

    /// Which credential the value is of, where the source says so in one answer; otherwise it takes [#belongs] of each.
    ///
    /// @throws SourceException if the source does not say
    default Belonging whose(Secret value) throws InterruptedException {
        return new Belonging.Untold();
    }

    /// The credential by which somebody of this name logs in, where the source is what answers at the address; empty
    /// where something else does, or nobody of that name logs in.
    ///
    /// @param address as a secrets engine is told it: host, port and database, `db.example:5432/orders`
    /// @throws SourceException if the source does not say
    default Optional<CredentialId> loginAt(String address, String name) throws InterruptedException {
        return Optional.empty();
    }
}
