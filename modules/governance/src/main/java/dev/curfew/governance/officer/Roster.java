package dev.curfew.governance.officer;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.RosterBook;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Officers as the roster's statements in the ledger have them, or, before the first statement, as the ledger saw them
/// added. The row alone is not believed: whoever can write to the database could put their own public key there, and
/// then every signature of theirs would verify.
public final class Roster {
    public static final String ADDED = "officer.added";

    private final AuditLog auditLog;
    private final RosterBook book;

    Roster(AuditLog auditLog, RosterBook book) {
        this.auditLog = auditLog;
        this.book = book;
    }

    /// Who may sign now.
    ///
    /// @return the officer, or NOT_AN_OFFICER, KEY_REVOKED, ROSTER_CHANGED, ROSTER_FORGED, ROSTER_ROLLED_BACK,
    ///     ROSTER_FORKED
    public Outcome<Officer> find(Transaction transaction, String name) {
        return book.state(transaction)
                .then(state -> state.isFounded()
                        ? state.member(name).then(member -> asFiled(transaction, member.officer()))
                        : entered(transaction, name));
    }

    /// Whose key a signature is verified with that the ledger holds: what was entered before a key was revoked stays
    /// good, what came later is void, whatever time it says.
    ///
    /// @param ledgerIndex of the entry that has the signature
    /// @return as [#find]
    public Outcome<Officer> signer(Transaction transaction, String name, long ledgerIndex) {
        return book.state(transaction)
                .then(state -> state.isFounded()
                        ? state.signer(name, ledgerIndex).then(member -> asFiled(transaction, member.officer()))
                        : entered(transaction, name));
    }

    /// Whether the text is signed with the key that [#signer] finds.
    ///
    /// @param signature in Base64
    public boolean signed(Transaction transaction, String name, long ledgerIndex, String text, String signature) {
        return signer(transaction, name, ledgerIndex) instanceof Outcome.Done<Officer>(Officer officer)
                && Ed25519.verifies(officer.publicKey(), text, signature);
    }

    /// Whether a refusal of [#signer] means that the signature is no officer's. Otherwise it cannot be told whose it
    /// is: a row may have been taken away.
    public boolean disproves(Transaction transaction, Refusal why) {
        return why == Refusal.KEY_REVOKED || (why == Refusal.NOT_AN_OFFICER && isFounded(transaction));
    }

    private boolean isFounded(Transaction transaction) {
        return book.state(transaction) instanceof Outcome.Done<RosterState>(RosterState state) && state.isFounded();
    }

    /// The row beside the roster is for looking at: one that differs was changed by somebody.
    private static Outcome<Officer> asFiled(Transaction transaction, Officer officer) {
        return transaction
                        .officers()
                        .find(officer.name())
                        .filter(row -> row.publicKey().equals(officer.publicKey()))
                        .isPresent()
                ? Outcome.done(officer)
                : Outcome.refused(Refusal.ROSTER_CHANGED, officer.name());
    }

    /// As the ledger saw them added, while no quorum has to.
    private Outcome<Officer> entered(Transaction transaction, String name) {
        Optional<Officer> officer = transaction.officers().find(name);
        if (officer.isEmpty()) {
            return Outcome.refused(Refusal.NOT_AN_OFFICER, name);
        }
        boolean entered =
                auditLog.confirm(transaction, ADDED, hash(officer.get())).isPresent();
        return entered ? Outcome.done(officer.get()) : Outcome.refused(Refusal.ROSTER_CHANGED, name);
    }

    /// The roles of an officer, besides the one that everybody has. Those of one whose key was revoked are those that
    /// they had then.
    ///
    /// @return them, or as [#find]
    public Outcome<List<String>> roles(Transaction transaction, String name) {
        return book.state(transaction)
                .map(state -> state.find(name).map(Member::roles).orElse(List.of()));
    }

    /// The officer whose key this is.
    ///
    /// @return the officer, or WRONG_KEY, or as [#find]
    public Outcome<Officer> holder(Transaction transaction, OfficerKey key) {
        return find(transaction, key.officer())
                .then(officer -> officer.publicKey().equals(key.publicKey())
                        ? Outcome.done(officer)
                        : Outcome.refused(Refusal.WRONG_KEY, key.officer()));
    }

    static String hash(Officer officer) {
        return Sha256.ofJson(Map.of("officer", officer.name(), "publicKey", officer.publicKey()));
    }
}
