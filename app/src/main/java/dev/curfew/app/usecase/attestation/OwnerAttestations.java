package dev.curfew.app.usecase.attestation;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.Ask;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.attestation.Attesting;
import dev.curfew.governance.attestation.Introduction;
import dev.curfew.governance.attestation.Introduction.Introduced;
import dev.curfew.governance.attestation.OwnerKey;
import dev.curfew.governance.attestation.OwnerKeyDesk;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.people.Attestation;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks owners whether what is theirs is still needed, and takes their answers. An answer is a word and does nothing.
public final class OwnerAttestations {
    private final Books books;
    private final Estate estate;
    private final Officers officers;
    private final Function<EntityId, Reach> reach;
    private final Attesting attesting;
    private final OwnerKeyDesk keys;
    private final AnswerDesk answers;
    private final AttestationBook book;

    /// @param workspace its id
    public OwnerAttestations(
            Books books,
            Estate estate,
            Officers officers,
            Function<EntityId, Reach> reach,
            Office office,
            String workspace) {
        this.books = books;
        this.estate = estate;
        this.officers = officers;
        this.reach = reach;
        attesting = new Attesting(office, workspace);
        keys = new OwnerKeyDesk(office);
        answers = new AnswerDesk(office, workspace);
        book = new AttestationBook(office);
    }

    /// Everything that was asked, oldest first.
    public List<AttestationBook.Asked> list() {
        return books.read(book::all);
    }

    /// What was said last of something; empty where nothing was.
    public Optional<Attestation> last(EntityId id) {
        return list().stream()
                .flatMap(asked -> asked.answers().stream())
                .filter(said -> said.identity().equals(id))
                .max(Comparator.comparing(Attestation::at));
    }

    /// Whose keys officers vouch for, oldest first; revoked ones too.
    public List<OwnerKey> keys() {
        return books.read(book::keys);
    }

    /// Those that are good for an owner, as tags name them.
    public List<SshKey> keysOf(String owner) {
        return books.read(transaction -> book.keysOf(transaction, owner));
    }

    /// How often owners are to say; empty: nobody laid that down.
    public Optional<Duration> period() {
        return books.read(book::period);
    }

    /// What an owner would be asked.
    ///
    /// @param only of what is theirs; none: all of it
    /// @throws Refused if it is nobody's, not the owner's, too much for one file, or the owner has left
    public Attesting.Order order(String owner, Collection<EntityId> only) {
        return Outcomes.require(attesting.order(estate.current().snapshot(), owner, only));
    }

    /// Asks.
    ///
    /// @param within how long an answer is waited for
    /// @throws Refused if no key of the owner's is known, the time is too short or too long, or the workspace is
    ///     read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Ask ask(OfficerLogin login, Attesting.Order order, Duration within) {
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(attesting.ask(estate.current(), order, reach, within, key));
        }
    }

    /// Takes what an owner answered.
    ///
    /// @param file as it came back
    /// @param signature what `ssh-keygen -Y sign` wrote beside it
    /// @throws Refused if it does not hold, for the reason that the message says, or the workspace is read-only
    public AttestationBook.Asked take(byte[] file, String signature) {
        books.requireWritable();
        return Outcomes.require(answers.take(estate.current().snapshot(), file, signature));
    }

    /// @param line as in a `.pub` file
    /// @throws Refused if it is no key that is taken
    public SshKey key(String owner, String line) {
        return Outcomes.require(OwnerKeyDesk.read(owner, line));
    }

    /// Vouches for an owner's key.
    ///
    /// @throws Refused if the key was entered before, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public OwnerKey bind(OfficerLogin login, String owner, SshKey key) {
        try (OfficerKey officer = officers.unlock(login)) {
            return Outcomes.require(keys.bind(owner, key, officer));
        }
    }

    /// Whom an `allowed_signers` file names.
    public Introduction introduced(String file) {
        return keys.introduced(file);
    }

    /// Vouches for all of them, or for none.
    ///
    /// @throws Refused as [#bind(OfficerLogin, String, SshKey)]
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public List<OwnerKey> bind(OfficerLogin login, List<Introduced> introduced) {
        try (OfficerKey officer = officers.unlock(login)) {
            return Outcomes.require(keys.bind(introduced, officer));
        }
    }

    /// For good.
    ///
    /// @throws Refused if there is no such key, no reason, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public OwnerKey revoke(OfficerLogin login, String fingerprint, String reason) {
        try (OfficerKey officer = officers.unlock(login)) {
            return Outcomes.require(keys.revoke(fingerprint, reason, officer));
        }
    }

    /// Lays down how often owners are to say.
    ///
    /// @param period whole days; zero: not at all
    /// @throws Refused if the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Duration every(OfficerLogin login, Duration period) {
        try (OfficerKey officer = officers.unlock(login)) {
            return Outcomes.require(attesting.every(period, officer));
        }
    }
}
