package dev.curfew.governance.attestation;

import dev.curfew.governance.attestation.Introduction.Introduced;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.ssh.AllowedSigner;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.port.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// Whom an `allowed_signers` file names, as far as somebody could vouch for them.
    public Introduction introduced(String file) {
        return Introduction.of(AllowedSigner.of(file), office.unitOfWork().run(book::keys));
    }

    /// Vouches for it.
    ///
    /// @return it, or OWNER_KEY_KNOWN, or as `Roster.holder`
    public Outcome<OwnerKey> bind(String owner, SshKey key, OfficerKey officer) {
        return office.unitOfWork()
                .run(transaction -> unknown(transaction, Set.of(key.fingerprint()))
                        .then(_ -> enter(transaction, owner, key, officer)));
    }

    /// Vouches for all of them, or for none.
    ///
    /// @return them in their order, or as [#bind(String, SshKey, OfficerKey)]
    public Outcome<List<OwnerKey>> bind(List<Introduced> introduced, OfficerKey officer) {
        Set<String> fingerprints =
                introduced.stream().map(one -> one.key().fingerprint()).collect(Collectors.toUnmodifiableSet());
        return office.unitOfWork()
                .run(transaction ->
                        unknown(transaction, fingerprints).then(_ -> enter(transaction, introduced, officer)));
    }

    private Outcome<Set<String>> unknown(Transaction transaction, Set<String> fingerprints) {
        Optional<OwnerKey> known = book.keys(transaction).stream()
                .filter(key -> fingerprints.contains(key.key().fingerprint()))
                .findFirst();
        return known.isPresent()
                ? Outcome.refused(
                        Refusal.OWNER_KEY_KNOWN,
                        known.get().key().fingerprint(),
                        known.get().owner())
                : Outcome.done(fingerprints);
    }

    private Outcome<List<OwnerKey>> enter(Transaction transaction, List<Introduced> introduced, OfficerKey officer) {
        List<OwnerKey> entered = new ArrayList<>();
        for (Introduced one : introduced) {
            switch (enter(transaction, one.owner(), one.key(), officer)) {
                case Outcome.Done<OwnerKey>(OwnerKey key) -> entered.add(key);
                case Outcome.Refused<OwnerKey>(Refusal why, String words) -> {
                    return new Outcome.Refused<>(why, words);
                }
            }
        }
        return Outcome.done(List.copyOf(entered));
    }

    private Outcome<OwnerKey> enter(Transaction transaction, String owner, SshKey key, OfficerKey officer) {
        return OfficerEntries.of(office, AttestationBook.BOUND)
                .append(
                        transaction,
                        officer,
                        Map.of("owner", owner, "key", key.line(), "fingerprint", key.fingerprint()))
                .map(entry -> new OwnerKey(
                        owner, key, officer.officer(), entry.event().at(), null));
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
