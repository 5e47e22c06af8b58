package dev.curfew.revocation.after;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.run.Lookout;
import java.util.Optional;
import java.util.function.Predicate;

/// What plans ended lately and was seen to be gone, for whoever meets it again when its source knows it no more.
/// Asks no source.
public final class Ended {
    private final Office office;
    private final Lookout lookout;

    public Ended(Office office, Lookout lookout) {
        this.office = office;
        this.lookout = lookout;
    }

    /// @param text an id, with its source or without
    public Optional<ProofRecord> named(String text) {
        return newest(gone -> gone.credential().text().equals(text)
                || gone.credential().nativeId().equals(text));
    }

    /// @param fingerprint of a value that perhaps it was tried with, when it was known to be its own
    public Optional<ProofRecord> ofValue(String fingerprint) {
        return newest(gone -> wasTriedWith(gone, fingerprint));
    }

    private Optional<ProofRecord> newest(Predicate<ProofRecord> which) {
        return lookout.gone().stream().filter(which).findFirst();
    }

    private boolean wasTriedWith(ProofRecord gone, String fingerprint) {
        return office.unitOfWork()
                .run(transaction -> transaction.plans().find(gone.planId()))
                .filter(plan -> new Journal(office, plan, plan.requester()).wasMatched(gone.credential(), fingerprint))
                .isPresent();
    }
}
