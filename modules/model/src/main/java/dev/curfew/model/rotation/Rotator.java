package dev.curfew.model.rotation;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import java.util.Optional;
import java.util.Set;

/// Makes a second credential beside one that is in use, and takes back what came of that. What ends the old one is the
/// source's `Revoker`.
public interface Rotator {

    /// Credentials at the source for which a new one could be taken, were its making cut off. Asked before it is made.
    ///
    /// @throws SourceException if the source does not say, or such a credential cannot have a second one beside it
    Set<CredentialId> beside(CredentialId old) throws InterruptedException;

    /// What a making that was cut off may have left at the source: nobody knows its value.
    ///
    /// @param mark as given to [#make]
    /// @param beside what [#beside] told before that
    /// @throws SourceException if the source does not say
    Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside) throws InterruptedException;

    /// Whether the source keeps the mark: what [#strays] finds is certainly the mark's, and not somebody else's.
    boolean marks();

    /// Why the old one may end as soon as there is a new one; empty where both work for a while.
    ///
    /// @throws SourceException if the source does not say
    default Optional<String> endsAtOnce(CredentialId old) throws InterruptedException {
        return Optional.empty();
    }

    /// Whether, with a new one discarded, the old one is what it was before.
    default boolean takesBack() {
        return true;
    }

    /// Makes one that may do what the old one may, and no more.
    ///
    /// @param mark put on it where the source has a place for that
    /// @throws SourceException if the source refused or did not answer; then it may be there
    Fresh make(CredentialId old, String mark) throws InterruptedException;

    /// Takes a new one back for good. Done twice, it answers `AlreadyDone`.
    ActionOutcome discard(CredentialId fresh) throws InterruptedException;

    /// When the source last saw it used, asked now.
    Usage lastUse(CredentialId credential) throws InterruptedException;

    /// Whether the source's record of what was done is told of every use, and tells those of the old one from those of
    /// a new one.
    default boolean recordTellsApart() {
        return false;
    }

    /// Makes one work again that was deactivated. Done twice, it answers `AlreadyDone`; where the source has no way
    /// back, `Refused`.
    ActionOutcome restore(CredentialId old) throws InterruptedException;

    /// @param value in the form that the source's programs and its `Probe` take; handed over once, close it then
    record Fresh(CredentialId id, Secret value, Former former) {
        /// Beside one that stays as it is.
        public Fresh(CredentialId id, Secret value) {
            this(id, value, new Former.AsBefore());
        }
    }

    /// What became of the old one.
    sealed interface Former {
        record AsBefore() implements Former {}

        /// It works, under another name.
        ///
        /// @param kind as in `Credential.kind`
        record Renamed(CredentialId id, String kind) implements Former {}

        /// It does not work any more.
        record Ended() implements Former {}
    }
}
