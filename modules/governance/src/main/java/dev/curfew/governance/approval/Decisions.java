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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Signs decisions into the ledger, and reads them back. What is read back is believed only if the ledger holds it
/// and the officer's signature verifies: the rows beside it are for looking at.
public final class Decisions {
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
        return enter(transaction, key, subject, decision, checked, remark, Map.of());
    }

    /// @param besides what else the entry is to say
    /// @return as [#enter]
    public Outcome<Receipt> enter(
            Transaction transaction,
            OfficerKey key,
            Subject subject,
            Decision decision,
            Checked checked,
            String remark,
            Map<String, Object> besides) {
        return enter(transaction, key, subject, decision, checked, remark, besides, null);
    }

    /// @param voice that is given besides the officer's own; whether it is heard is not judged here
    /// @return as [#enter]
    public Outcome<Receipt> enter(
            Transaction transaction,
            OfficerKey key,
            Subject subject,
            Decision decision,
            Checked checked,
            String remark,
            Map<String, Object> besides,
            @Nullable Voice voice) {
        return office.roster().holder(transaction, key).then(officer -> {
            Statement statement = Statement.by(
                            key,
                            subject,
                            decision,
                            checked,
                            office.device(),
                            office.nonce(),
                            office.clock().instant(),
                            remark)
                    .with(voice);
            SignedText signed = new SignedText(statement.text(), key.sign(statement.text()));
            return store(transaction, officer, subject, decision, signed, besides);
        });
    }

    /// An approval that was signed elsewhere, before it is entered.
    ///
    /// @return it, or FORGED, or as `Roster.find`
    public Outcome<SignedApproval> verified(Transaction transaction, Subject subject, SignedText signed) {
        return office.roster()
                .find(transaction, signed.officer())
                .then(officer -> signed.flaw(subject, Decision.APPROVE, officer)
                        .<Outcome<SignedApproval>>map(flaw -> forged(subject, flaw))
                        .orElseGet(() -> Outcome.done(SignedApproval.of(officer.name(), signed, Long.MAX_VALUE))));
    }

    /// Enters an approval that was signed elsewhere and came back. Its times are not judged here.
    ///
    /// @param besides what else the entry is to say
    /// @return the receipt, or FORGED, or as `Roster.find`
    public Outcome<Receipt> admit(
            Transaction transaction, Subject subject, SignedText signed, Map<String, Object> besides) {
        return office.roster()
                .find(transaction, signed.officer())
                .then(officer -> store(transaction, officer, subject, Decision.APPROVE, signed, besides));
    }

    private Outcome<Receipt> store(
            Transaction transaction,
            Officer officer,
            Subject subject,
            Decision decision,
            SignedText signed,
            Map<String, Object> besides) {
        Optional<String> flaw = signed.flaw(subject, decision, officer);
        if (flaw.isPresent()) {
            return forged(subject, flaw.get());
        }
        transaction
                .approvals()
                .save(new Approval(
                        subject.id(), officer.name(), decision, signed.at(), signed.text(), signed.signature()));
        String type = decision == Decision.APPROVE
                ? subject.kind().approved()
                : subject.kind().denied();
        Map<String, Object> details = new HashMap<>(besides);
        details.put("id", subject.id());
        details.put("officer", officer.name());
        details.put("statement", signed.text());
        details.put("signature", signed.signature());
        LedgerEntry entry = office.auditLog()
                .append(transaction, new AuditEvent(type, signed.at(), officer.name(), subject.hash(), details));
        return Outcome.done(new Receipt(subject.hash(), entry.index(), officer.name(), signed.at()));
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
                : verify(transaction, subject, entry.get())
                        .then(approval -> unexpired(subject, approval))
                        .map(approval -> new Receipt(
                                subject.hash(),
                                approval.ledgerIndex(),
                                approval.officer(),
                                entry.get().event().at()));
    }

    /// Every officer's newest approval of exactly this subject, those that are over too: read again from the ledger,
    /// signatures and all.
    ///
    /// @return them, or DENIED, FORGED, or as `Roster.find`
    public Outcome<List<SignedApproval>> approvals(Transaction transaction, Subject subject) {
        if (denied(transaction, subject)) {
            return Outcome.refused(Refusal.DENIED, subject.id());
        }
        Outcome<Map<String, SignedApproval>> found = Outcome.done(Map.of());
        for (LedgerEntry entry :
                office.auditLog().confirmAll(transaction, subject.kind().approved(), subject.hash())) {
            found = found.then(before -> verify(transaction, subject, entry).map(approval -> {
                Map<String, SignedApproval> more = new TreeMap<>(before);
                more.put(approval.officer(), approval);
                return more;
            }));
        }
        return found.map(approvals -> List.copyOf(approvals.values()));
    }

    /// Whether a denial of exactly this subject stands in the ledger. What is proved not to be an officer's does not;
    /// where the roster cannot tell whose it is, it does: nobody undoes a denial by taking away a row.
    public boolean denied(Transaction transaction, Subject subject) {
        return office.auditLog().confirmAll(transaction, subject.kind().denied(), subject.hash()).stream()
                .anyMatch(entry -> denies(transaction, subject, entry));
    }

    private boolean denies(Transaction transaction, Subject subject, LedgerEntry entry) {
        return switch (office.roster().signer(transaction, detail(entry, "officer"), entry.index())) {
            case Outcome.Done<Officer>(Officer officer) ->
                signed(entry).flaw(subject, Decision.DENY, officer).isEmpty();
            case Outcome.Refused<Officer>(Refusal why, String _) ->
                !office.roster().disproves(transaction, why);
        };
    }

    private static SignedText signed(LedgerEntry entry) {
        return new SignedText(detail(entry, "statement"), detail(entry, "signature"));
    }

    /// Those of [#approvals] that still hold.
    ///
    /// @return as [#approvals]
    public Outcome<List<SignedApproval>> standing(Transaction transaction, Subject subject) {
        return approvals(transaction, subject).map(this::standing);
    }

    /// Those that still hold.
    public List<SignedApproval> standing(List<SignedApproval> all) {
        Instant now = office.clock().instant();
        return all.stream()
                .filter(approval -> now.isBefore(approval.expiresAt()))
                .toList();
    }

    private Outcome<SignedApproval> verify(Transaction transaction, Subject subject, LedgerEntry entry) {
        return office.roster()
                .signer(transaction, detail(entry, "officer"), entry.index())
                .then(officer -> verify(subject, officer, entry));
    }

    private static Outcome<SignedApproval> verify(Subject subject, Officer officer, LedgerEntry entry) {
        SignedText signed = signed(entry);
        Optional<String> flaw = signed.flaw(subject, Decision.APPROVE, officer);
        return flaw.isPresent()
                ? forged(subject, flaw.get())
                : Outcome.done(SignedApproval.of(officer.name(), signed, entry.index()));
    }

    private Outcome<SignedApproval> unexpired(Subject subject, SignedApproval approval) {
        return office.clock().instant().isBefore(approval.expiresAt())
                ? Outcome.done(approval)
                : Outcome.refused(
                        Refusal.APPROVAL_EXPIRED,
                        subject.id(),
                        approval.expiresAt().toString());
    }

    private static <T> Outcome<T> forged(Subject subject, String flaw) {
        return Outcome.refused(
                Refusal.FORGED, subject.id(), Messages.of(Decisions.class).text(flaw));
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
