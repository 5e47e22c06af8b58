package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import java.util.Map;

/// What was answered on this machine. The approval itself is entered where it was asked.
public final class Answers {
    private static final String ANSWERED = "approval.answered";

    private final Office office;

    public Answers(Office office) {
        this.office = office;
    }

    /// That the officer did not answer the question before.
    ///
    /// @param question its hash
    /// @param id of what it is about
    /// @return the officer, or ALREADY_SIGNED
    public Outcome<OfficerKey> first(Transaction transaction, String question, String id, OfficerKey officer) {
        return office.auditLog().confirmAll(transaction, ANSWERED, question).stream()
                        .anyMatch(entry -> entry.event().actor().equals(officer.officer()))
                ? Outcome.refused(Refusal.ALREADY_SIGNED, id, officer.officer())
                : Outcome.done(officer);
    }

    /// Signs an approval, and enters here that the officer did.
    ///
    /// @param question its hash
    /// @param kind of what it is about, as the entry names it
    public SignedFile sign(
            Transaction transaction,
            OfficerKey officer,
            Subject subject,
            Checked checked,
            String question,
            String kind) {
        Statement statement = Statement.by(
                        officer,
                        subject,
                        Decision.APPROVE,
                        checked,
                        office.device(),
                        office.nonce(),
                        office.clock().instant(),
                        "")
                .answering(question);
        SignedFile answer = new SignedFile(statement.text(), officer.sign(statement.text()));
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                ANSWERED,
                                statement.at(),
                                officer.officer(),
                                question,
                                Map.of(
                                        kind,
                                        subject.id(),
                                        "statement",
                                        answer.text(),
                                        "signature",
                                        answer.signature())));
        return answer;
    }
}
