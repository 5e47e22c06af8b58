package dev.curfew.governance.attestation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Takes what owners answered. It is their word, and does nothing by itself.
public final class AnswerDesk {
    /// As in `AskFile`.
    public static final int BYTES_MAX = AskFile.BYTES_MAX;

    public static final String NAMESPACE = AskFile.NAMESPACE;

    /// As nobody of Curfew's signs for it.
    private static final String CURFEW = "curfew";

    private final Office office;
    private final String workspace;
    private final AttestationBook book;

    /// @param workspace its id
    public AnswerDesk(Office office, String workspace) {
        this.office = office;
        this.workspace = workspace;
        book = new AttestationBook(office);
    }

    /// Holds it against what was asked, and enters it whole: whoever doubts it later verifies it without us.
    ///
    /// @param file as it came back
    /// @param armored what `ssh-keygen -Y sign` wrote beside it
    /// @return what was said; or NO_ASK_FILE, NO_SSH_SIGNATURE, OTHER_WORKSPACE, UNKNOWN_ASK, NOT_SIGNED_SO,
    ///     NOT_THE_OWNERS_KEY, OWNER_KEY_REVOKED, ASK_ANSWERED, ASK_OVER, OWNER_LEFT, ASK_ALTERED, ANSWER_UNCLEAR,
    ///     ANSWER_REASONLESS
    public Outcome<AttestationBook.Asked> take(Snapshot snapshot, byte[] file, String armored) {
        return AskFile.parse(file)
                .then(parsed -> office.unitOfWork()
                        .run(transaction -> asked(transaction, parsed)
                                .then(asked -> signed(transaction, asked.ask(), file, armored)
                                        .then(_ -> open(snapshot, asked))
                                        .then(ask -> parsed.answers(AskFile.of(ask.text())))
                                        .map(_ -> enter(transaction, asked.ask(), file, armored)))));
    }

    private Outcome<AttestationBook.Asked> asked(Transaction transaction, AskFile file) {
        String there = file.workspace().orElse("");
        String id = file.ask().orElse("");
        if (!there.equals(workspace)) {
            return Outcome.refused(Refusal.OTHER_WORKSPACE, there);
        }
        return book.find(transaction, id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_ASK, id));
    }

    private Outcome<SshSignature> signed(Transaction transaction, Ask ask, byte[] file, String armored) {
        Optional<SshSignature> signature = SshSignature.parse(armored);
        if (signature.isEmpty()) {
            return Outcome.refused(Refusal.NO_SSH_SIGNATURE, AskFile.NAMESPACE);
        }
        SshKey key = signature.get().key();
        if (!signature.get().verifies(file, AskFile.NAMESPACE)) {
            return Outcome.refused(Refusal.NOT_SIGNED_SO, ask.id(), AskFile.NAMESPACE);
        }
        if (!ask.keys().contains(key)) {
            return Outcome.refused(Refusal.NOT_THE_OWNERS_KEY, ask.id(), key.fingerprint(), ask.owner());
        }
        return book.keys(transaction).stream()
                .filter(known -> known.key().equals(key) && !known.isGood())
                .findFirst()
                .<Outcome<SshSignature>>map(revoked -> Outcome.refused(
                        Refusal.OWNER_KEY_REVOKED, key.fingerprint(), String.valueOf(revoked.revokedAt())))
                .orElseGet(() -> Outcome.done(signature.get()));
    }

    private Outcome<Ask> open(Snapshot snapshot, AttestationBook.Asked asked) {
        Ask ask = asked.ask();
        Instant now = office.clock().instant();
        if (asked.isAnswered()) {
            return Outcome.refused(Refusal.ASK_ANSWERED, ask.id(), String.valueOf(asked.answeredAt()));
        }
        return ask.isOver(now)
                ? Outcome.refused(Refusal.ASK_OVER, ask.id(), ask.due().toString())
                : Attesting.here(snapshot, ask.owner(), now).map(_ -> ask);
    }

    private AttestationBook.Asked enter(Transaction transaction, Ask ask, byte[] file, String armored) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                AttestationBook.ANSWERED,
                                office.clock().instant(),
                                CURFEW,
                                OfficerEntries.SUBJECT,
                                Map.of(
                                        "ask",
                                        ask.id(),
                                        "owner",
                                        ask.owner(),
                                        "file",
                                        new String(file, StandardCharsets.UTF_8),
                                        "signature",
                                        armored.strip())));
        return book.find(transaction, ask.id()).orElseThrow();
    }
}
