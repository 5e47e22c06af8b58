package dev.curfew.governance.request;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.port.Transaction;
import java.util.Optional;

/// Who may ask: an officer with their own key; a workload with the key of whom an officer trusts to name it.
final class Requesters {
    private final Office office;

    Requesters(Office office) {
        this.office = office;
    }

    /// The key that a requester's signatures verify with, as the ledger has it now.
    ///
    /// @return it, or as `Roster.find` and `TrustBook.of`
    Outcome<String> publicKey(Transaction transaction, String requester) {
        Optional<Workload> workload = Workload.of(requester);
        return workload.isEmpty()
                ? office.roster().find(transaction, requester).map(Officer::publicKey)
                : trusted(transaction, workload.get());
    }

    /// The key that the requester's signature in that entry verifies with.
    ///
    /// @return it, or as `Roster.signer` and `TrustBook.of`
    Outcome<String> publicKey(Transaction transaction, String requester, long ledgerIndex) {
        Optional<Workload> workload = Workload.of(requester);
        return workload.isEmpty()
                ? office.roster().signer(transaction, requester, ledgerIndex).map(Officer::publicKey)
                : trusted(transaction, workload.get());
    }

    private Outcome<String> trusted(Transaction transaction, Workload workload) {
        return new TrustBook(office).of(transaction, workload).map(trust -> trust.publicKey());
    }

    /// @return the key's public half, or WRONG_KEY, or as [#publicKey]
    Outcome<String> holder(Transaction transaction, SigningKey key) {
        return publicKey(transaction, key.requester())
                .then(known -> known.equals(key.publicKey())
                        ? Outcome.done(known)
                        : Outcome.refused(Refusal.WRONG_KEY, key.requester()));
    }
}
