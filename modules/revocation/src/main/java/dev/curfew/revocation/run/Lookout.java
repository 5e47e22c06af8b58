package dev.curfew.revocation.run;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.journal.Words;
import dev.curfew.revocation.trial.Bench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks after what was revoked: a restored backup revives a token, somebody activates a key again, gives a role its
/// login back. Judged by what the source lists under the same id, for no value is kept to try. Changes nothing at a
/// source.
public final class Lookout {
    public static final String REVIVED = "credential.revived";

    private static final String GONE_AT = "goneAt";

    /// Whoever works for the workspace itself.
    private static final String CURFEW = "curfew";

    /// What was revoked longer ago is looked at by `revoke verify`.
    private static final Duration BACK = Duration.ofDays(90);

    /// At a hundred answers a second, two seconds.
    private static final int CREDENTIALS_MAX = 200;

    private static final Messages MESSAGES = Messages.of(Lookout.class);

    private final Bench bench;
    private final Office office;

    public Lookout(Bench bench) {
        this.bench = bench;
        office = bench.office();
    }

    /// Asks the sources about what was revoked last. What is good again is entered in the ledger, and its proof no
    /// longer stands; nor does the alarm on what was good again and is gone once more.
    ///
    /// @return what is good again and was gone when it was last looked at
    public List<Revived> look() throws InterruptedException {
        Set<SourceName> silent = new HashSet<>();
        for (Revived before : standing()) {
            listing(before.credential(), silent)
                    .filter(listing -> !isActive(listing))
                    .ifPresent(listing -> enteredGone(before, listing));
        }
        List<Revived> revived = new ArrayList<>();
        for (ProofRecord gone : gone()) {
            listing(gone.credential(), silent)
                    .flatMap(Lookout::active)
                    .ifPresent(listed -> revived.add(entered(gone, listed)));
        }
        return revived;
    }

    /// Empty where the source does not say.
    private Optional<ListingEvidence> listing(CredentialId credential, Set<SourceName> silent)
            throws InterruptedException {
        SourceName source = credential.source();
        Optional<Probe> probe = bench.probe(source);
        if (probe.isEmpty() || silent.contains(source)) {
            return Optional.empty();
        }
        ListingEvidence listing = probe.get().list(credential);
        if (listing instanceof ListingEvidence.Unreadable) {
            // Once is enough: windows of other sources end meanwhile.
            silent.add(source);
            return Optional.empty();
        }
        return Optional.of(listing);
    }

    /// What was revoked lately and was gone when it was last looked at, the newest first.
    public List<ProofRecord> gone() {
        Instant since = office.clock().instant().minus(BACK);
        return office.unitOfWork().run(Lookout::newest).values().stream()
                .filter(record ->
                        record.proof().saysGone() && record.proof().at().isAfter(since))
                .sorted(Comparator.comparing(
                                (ProofRecord record) -> record.proof().at())
                        .reversed())
                .limit(CREDENTIALS_MAX)
                .toList();
    }

    /// Revoked, found good again, and not seen to be gone since.
    public List<Revived> standing() {
        return office.unitOfWork().run(transaction -> standing(transaction, office.auditLog()));
    }

    /// As [#standing()], for whoever only looks.
    public static List<Revived> standing(Transaction transaction, AuditLog auditLog) {
        return newest(transaction).values().stream()
                .flatMap(record -> listedActive(record.proof())
                        // few are: only of those the ledger is asked
                        .flatMap(listed -> standing(transaction, auditLog, record, listed))
                        .stream())
                .toList();
    }

    private static Optional<Revived> standing(
            Transaction transaction, AuditLog auditLog, ProofRecord record, ListingEvidence.Listed listed) {
        return auditLog.confirm(transaction, REVIVED, subject(record.credential()))
                .map(entry -> new Revived(
                        record.credential(),
                        record.planId(),
                        Instant.parse(String.valueOf(entry.event().details().get(GONE_AT))),
                        listed));
    }

    /// Of each credential, over all plans. Whoever took a proof over from another plan has its date: the other's
    /// counts.
    private static Map<CredentialId, ProofRecord> newest(Transaction transaction) {
        Map<CredentialId, ProofRecord> newest = new LinkedHashMap<>();
        for (ProofRecord record : transaction.proofs().all()) {
            newest.merge(
                    record.credential(),
                    record,
                    (one, other) -> other.proof().at().isAfter(one.proof().at()) ? other : one);
        }
        return newest;
    }

    private static Optional<ListingEvidence.Listed> listedActive(Proof proof) {
        return proof instanceof Proof.NotProvable it
                ? Optional.ofNullable(it.listing()).flatMap(Lookout::active)
                : Optional.empty();
    }

    private static Optional<ListingEvidence.Listed> active(ListingEvidence listing) {
        return listing instanceof ListingEvidence.Listed listed && listed.active()
                ? Optional.of(listed)
                : Optional.empty();
    }

    private static boolean isActive(ListingEvidence listing) {
        return active(listing).isPresent();
    }

    private Revived entered(ProofRecord gone, ListingEvidence.Listed listed) {
        office.unitOfWork()
                .run(transaction -> office.auditLog()
                        .append(
                                transaction,
                                new AuditEvent(
                                        REVIVED,
                                        listed.at(),
                                        CURFEW,
                                        subject(gone.credential()),
                                        Map.of(
                                                "credential",
                                                gone.credential().text(),
                                                "plan",
                                                gone.planId(),
                                                GONE_AT,
                                                gone.proof().at().toString(),
                                                "judgedBy",
                                                "listing",
                                                "listing",
                                                Words.of(listed)))));
        proven(gone, listed.at(), "revived", listed);
        return new Revived(gone.credential(), gone.planId(), gone.proof().at(), listed);
    }

    private void enteredGone(Revived revived, ListingEvidence listing) {
        office.unitOfWork().run(Lookout::newest).values().stream()
                .filter(record -> record.credential().equals(revived.credential()))
                .forEach(record -> proven(record, listing.at(), "gone", listing));
    }

    /// In place of what was proved before.
    ///
    /// @param key of why, and what to do next
    private void proven(ProofRecord before, Instant at, String key, ListingEvidence listing) {
        RevocationPlan plan = office.unitOfWork()
                .run(transaction -> transaction.plans().find(before.planId()))
                .orElseThrow();
        PlannedStep step = plan.steps().stream()
                .filter(one -> one.ordinal() == before.ordinal())
                .findFirst()
                .orElseThrow();
        new Journal(office, plan, CURFEW)
                .proven(
                        step,
                        new Proof.NotProvable(
                                at, MESSAGES.text(key + ".reason"), MESSAGES.text(key + ".next"), listing));
    }

    private static String subject(CredentialId credential) {
        return Sha256.hex("curfew.credential/" + credential.text());
    }
}
