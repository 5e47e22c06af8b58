package dev.curfew.governance.officer;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds officers, each with a key of their own, and lists them. Before the roster is founded whoever opens the
/// workspace adds them; from then on its quorum does.
public final class OfficerDesk {
    private final Office office;
    private final OfficerKeys keys;

    public OfficerDesk(Office office, OfficerKeys keys) {
        this.office = office;
        this.keys = keys;
    }

    /// Makes the officer's key, sealed under the passphrase, then enters the officer.
    ///
    /// @return the officer, or NAME_TAKEN, ROSTER_FOUNDED, or as `RosterBook.state`
    /// @throws IllegalArgumentException if it is not an officer's name
    /// @throws OfficerKeyException if a key file of that name is there, or cannot be written
    public Outcome<Officer> add(String name, String displayName, Secret passphrase) {
        return add(name, displayName, passphrase, Optional.empty());
    }

    /// As [#add], also with a key that is on a token.
    ///
    /// @param secret the passphrase of a key that is made, the PIN of the token
    /// @param token empty: the key is made
    /// @throws OfficerKeyException as [OfficerKeys#make], or as [OfficerKeys#adopt]
    public Outcome<Officer> add(String name, String displayName, Secret secret, Optional<TokenUri> token) {
        if (isFiled(name)) {
            return Outcome.refused(Refusal.NAME_TAKEN, name);
        }
        Officer officer = withKey(name, displayName, secret, token);
        boolean entered = false;
        try {
            Outcome<Officer> outcome = office.unitOfWork().run(transaction -> enter(transaction, officer));
            entered = outcome instanceof Outcome.Done;
            return outcome;
        } finally {
            if (!entered) {
                keys.discard(name);
            }
        }
    }

    /// Enters an officer whose key is on another machine, by its public half, which they told by another way.
    ///
    /// @return the officer, or NO_PUBLIC_KEY, NAME_TAKEN, KEY_TAKEN, ROSTER_FOUNDED, or as `RosterBook.state`
    /// @throws IllegalArgumentException if it is not an officer's name
    public Outcome<Officer> enrol(String name, String displayName, String publicKey) {
        if (!Ed25519.isPublicKey(publicKey)) {
            return Outcome.refused(Refusal.NO_PUBLIC_KEY, name);
        }
        Officer officer =
                new Officer(name, displayName, publicKey, office.clock().instant());
        return office.unitOfWork()
                .run(transaction -> holderOf(transaction, publicKey)
                        .<Outcome<Officer>>map(holder -> Outcome.refused(Refusal.KEY_TAKEN, name, holder))
                        .orElseGet(() -> enter(transaction, officer)));
    }

    /// Two names with one key would be two signatures of one person.
    private static Optional<String> holderOf(Transaction transaction, String publicKey) {
        return transaction.officers().all().stream()
                .filter(officer -> officer.publicKey().equals(publicKey))
                .map(Officer::name)
                .findFirst();
    }

    private Officer withKey(String name, String displayName, Secret secret, Optional<TokenUri> token) {
        String publicKey = token.map(key -> keys.adopt(name, key, secret)).orElseGet(() -> keys.make(name, secret));
        return new Officer(name, displayName, publicKey, office.clock().instant());
    }

    private boolean isFiled(String name) {
        return office.unitOfWork()
                .run(transaction -> transaction.officers().find(name).isPresent());
    }

    private Outcome<Officer> enter(Transaction transaction, Officer officer) {
        return office.rosterBook()
                .state(transaction)
                .then(state -> state.isFounded()
                        ? Outcome.refused(Refusal.ROSTER_FOUNDED, officer.name())
                        : enterUnfounded(transaction, officer));
    }

    private Outcome<Officer> enterUnfounded(Transaction transaction, Officer officer) {
        if (transaction.officers().find(officer.name()).isPresent()) {
            return Outcome.refused(Refusal.NAME_TAKEN, officer.name());
        }
        transaction.officers().save(officer);
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                Roster.ADDED,
                                officer.addedAt(),
                                officer.name(),
                                Roster.hash(officer),
                                Map.of(
                                        "officer", officer.name(),
                                        "displayName", officer.displayName(),
                                        "publicKey", officer.publicKey(),
                                        "device", office.device().id(),
                                        "host", office.device().host())));
        return Outcome.done(officer);
    }

    /// As [#add] where the roster is founded: makes the key and proposes its officer. Where the quorum is not there yet
    /// the key waits for it.
    ///
    /// @param signer whose signature is the first
    /// @return how far it has come, or as `RosterDesk.propose`
    /// @throws OfficerKeyException as [#add]
    public Outcome<Proposal> propose(
            OfficerKey signer,
            String name,
            String displayName,
            Secret secret,
            Optional<TokenUri> token,
            Collection<String> roles) {
        Officer officer = withKey(name, displayName, secret, token);
        boolean proposed = false;
        try {
            Outcome<Proposal> outcome = propose(signer, officer, roles);
            proposed = outcome instanceof Outcome.Done;
            return outcome;
        } finally {
            if (!proposed) {
                keys.discard(name);
            }
        }
    }

    /// As [#enrol] where the roster is founded.
    ///
    /// @return how far it has come, or NO_PUBLIC_KEY, or as `RosterDesk.propose`
    public Outcome<Proposal> propose(
            OfficerKey signer, String name, String displayName, String publicKey, Collection<String> roles) {
        return Ed25519.isPublicKey(publicKey)
                ? propose(
                        signer,
                        new Officer(name, displayName, publicKey, office.clock().instant()),
                        roles)
                : Outcome.refused(Refusal.NO_PUBLIC_KEY, name);
    }

    private Outcome<Proposal> propose(OfficerKey signer, Officer officer, Collection<String> roles) {
        return new RosterDesk(office).propose(signer, new RosterChange.Add(Member.of(officer, roles)));
    }

    /// Whether they may sign.
    ///
    /// @return the officer, or as `Roster.find`
    public Outcome<Officer> find(String name) {
        return office.unitOfWork().run(transaction -> office.roster().find(transaction, name));
    }

    /// Those whose key is good, in the order of their adding; all on file where the roster does not hold.
    public List<Officer> list() {
        return office.unitOfWork()
                .run(transaction ->
                        office.rosterBook().state(transaction) instanceof Outcome.Done<RosterState>(RosterState state)
                                        && state.isFounded()
                                ? state.good().stream().map(Member::officer).toList()
                                : transaction.officers().all());
    }
}
