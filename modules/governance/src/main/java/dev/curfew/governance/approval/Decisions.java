package dev.curfew.governance.approval;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Signs decisions into the ledger, and reads them back. What is read back is believed only if the ledger holds it
/// and the officer's signature verifies: the rows beside it are for looking at.
public final class Decisions {
    private static final int NONCE_BYTES = 16;

    private final Office office;

    public Decisions(Office office) {
        this.office = office;
    }

    /// Signs, verifies its own signature, and enters the decision: row and ledger entry, in the caller's unit of work.
    ///
    /// @return the receipt, or WRONG_KEY, NOT_AN_OFFICER, ROSTER_CHANGED, FORGED
    public Outcome<Receipt> enter(
            Transaction transaction,
            OfficerKey key,
            Subject subject,
            Decision decision,
            Checked checked,
            String remark) {
        return office.roster().holder(transaction, key).then(officer -> {
            Statement statement = Statement.by(
                    key,
                    subject,
                    decision,
                    checked,
                    office.device(),
                    nonce(),
                    office.clock().instant(),
                    remark);
            return store(transaction, officer, statement, key.sign(statement.text()));
        });
    }

    private Outcome<Receipt> store(Transaction transaction, Officer officer, Statement statement, String signature) {
        Subject subject = statement.subject();
        Optional<String> flaw =
                new SignedText(statement.text(), signature).flaw(subject, statement.decision(), officer);
        if (flaw.isPresent()) {
            return forged(subject, flaw.get());
        }
        transaction
                .approvals()
                .save(new Approval(
                        subject.id(),
                        officer.name(),
                        statement.decision(),
                        statement.at(),
                        statement.text(),
                        signature));
        String type = statement.decision() == Decision.APPROVE
                ? subject.kind().approved()
                : subject.kind().denied();
        LedgerEntry entry = office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                type,
                                statement.at(),
                                officer.name(),
                                subject.hash(),
                                Map.of(
                                        "id", subject.id(),
                                        "officer", officer.name(),
                                        "statement", statement.text(),
                                        "signature", signature)));
        return Outcome.done(new Receipt(subject.hash(), entry.index(), officer.name(), statement.at()));
    }

    /// Whether exactly this subject is approved, and not denied, and the approval still holds: read again from the
    /// ledger, signature and all.
    ///
    /// @return the receipt, or DENIED, NOT_APPROVED, FORGED, APPROVAL_EXPIRED, or as `Roster.find`
    public Outcome<Receipt> receipt(Transaction transaction, Subject subject) {
        if (denied(transaction, subject)) {
            return Outcome.refused(Refusal.DENIED, subject.id());
        }
        Optional<LedgerEntry> entry =
                office.auditLog().confirm(transaction, subject.kind().approved(), subject.hash());
        return entry.isEmpty()
                ? Outcome.refused(Refusal.NOT_APPROVED, subject.id())
                : verify(transaction, subject, entry.get());
    }

    /// Whether a denial of exactly this subject stands in the ledger.
    public boolean denied(Transaction transaction, Subject subject) {
        return office.auditLog()
                .confirm(transaction, subject.kind().denied(), subject.hash())
                .isPresent();
    }

    private Outcome<Receipt> verify(Transaction transaction, Subject subject, LedgerEntry entry) {
        return office.roster()
                .find(transaction, detail(entry, "officer"))
                .then(officer -> verify(subject, officer, entry));
    }

    private Outcome<Receipt> verify(Subject subject, Officer officer, LedgerEntry entry) {
        SignedText signed = new SignedText(detail(entry, "statement"), detail(entry, "signature"));
        Optional<String> flaw = signed.flaw(subject, Decision.APPROVE, officer);
        if (flaw.isPresent()) {
            return forged(subject, flaw.get());
        }
        Instant expiresAt = signed.expiresAt();
        if (!office.clock().instant().isBefore(expiresAt)) {
            return Outcome.refused(Refusal.APPROVAL_EXPIRED, subject.id(), expiresAt.toString());
        }
        return Outcome.done(new Receipt(
                subject.hash(), entry.index(), officer.name(), entry.event().at()));
    }

    private static <T> Outcome<T> forged(Subject subject, String flaw) {
        return Outcome.refused(
                Refusal.FORGED, subject.id(), Messages.of(Decisions.class).text(flaw));
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        office.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
