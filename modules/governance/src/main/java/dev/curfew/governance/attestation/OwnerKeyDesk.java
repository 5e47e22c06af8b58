package dev.curfew.governance.attestation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.port.Transaction;
import java.util.Map;
import java.util.Optional;

/// Whose SSH keys officers vouch for.
public final class OwnerKeyDesk {
    private final Office office;
    private final AttestationBook book;

    public OwnerKeyDesk(Office office) {
        this.office = office;
        book = new AttestationBook(office);
    }

    /// What an officer is about to vouch for.
    ///
    /// @param line as in a `.pub` file
    /// @return the key, or BAD_OWNER_KEY
    public static Outcome<SshKey> read(String owner, String line) {
        return SshKey.parse(line).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.BAD_OWNER_KEY, owner));
    }

    /// Vouches for it.
    ///
    /// @return it, or OWNER_KEY_KNOWN, or as `Roster.holder`
    public Outcome<OwnerKey> bind(String owner, SshKey key, OfficerKey officer) {
        return office.unitOfWork().run(transaction -> {
            Optional<OwnerKey> known = find(transaction, key.fingerprint());
            return known.isPresent()
                    ? Outcome.refused(
                            Refusal.OWNER_KEY_KNOWN,
                            key.fingerprint(),
                            known.get().owner())
                    : OfficerEntries.of(office, AttestationBook.BOUND)
                            .append(
                                    transaction,
                                    officer,
                                    Map.of("owner", owner, "key", key.line(), "fingerprint", key.fingerprint()))
                            .map(entry -> new OwnerKey(
                                    owner, key, officer.officer(), entry.event().at(), null));
        });
    }

    /// For good: what it signs from now on, or signed and nobody brought yet, is not taken.
    ///
    /// @return it, or UNKNOWN_OWNER_KEY, NO_REASON, or as `Roster.holder`
    public Outcome<OwnerKey> revoke(String fingerprint, String reason, OfficerKey officer) {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        return office.unitOfWork()
                .run(transaction -> find(transaction, fingerprint)
                        .filter(OwnerKey::isGood)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_OWNER_KEY, fingerprint))
                        .then(key -> OfficerEntries.of(office, AttestationBook.REVOKED)
                                .append(
                                        transaction,
                                        officer,
                                        Map.of(
                                                "owner",
                                                key.owner(),
                                                "key",
                                                key.key().line(),
                                                "fingerprint",
                                                fingerprint,
                                                "reason",
                                                reason))
                                .map(entry -> key.revoked(entry.event().at()))));
    }

    private Optional<OwnerKey> find(Transaction transaction, String fingerprint) {
        return book.keys(transaction).stream()
                .filter(key -> key.key().fingerprint().equals(fingerprint))
                .findFirst();
    }
}
