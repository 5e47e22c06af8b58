package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// As [Answering], for a change of the roster. That machine does not hold the roster; it holds against each other what
/// it was shown of it.
public final class RosterAnswering {
    private final Office office;
    private final RosterWitness witness;

    public RosterAnswering(Office office) {
        this.office = office;
        witness = new RosterWitness(office);
    }

    /// What there is to sign.
    ///
    /// @return it, or MALFORMED, QUESTION_EXPIRED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `Roster.find`
    public Outcome<RosterQuestion> look(SignedFile file) {
        Optional<RosterQuestion> question = RosterQuestion.parse(file.text());
        return question.isEmpty()
                ? SignedFile.malformed("question")
                : office.unitOfWork()
                        .run(transaction -> genuine(transaction, question.get(), file.signature())
                                .then(this::timely)
                                .then(one -> witness.check(transaction, head(one.statement()), one.officer())
                                        .map(_ -> one)));
    }

    private Outcome<RosterQuestion> genuine(Transaction transaction, RosterQuestion question, String signature) {
        return office.roster()
                .find(transaction, question.officer())
                .then(asker -> asker.publicKey().equals(question.publicKey())
                                && Ed25519.verifies(asker.publicKey(), question.text(), signature)
                        ? Outcome.done(question)
                        : SignedFile.malformed("signer"));
    }

    private Outcome<RosterQuestion> timely(RosterQuestion question) {
        return office.clock().instant().isBefore(question.expiresAt())
                ? Outcome.done(question)
                : Outcome.refused(
                        Refusal.QUESTION_EXPIRED,
                        question.statement().id(),
                        question.expiresAt().toString());
    }

    /// What the statement would follow on; empty where it founds.
    private static Optional<RosterHead> head(RosterStatement statement) {
        return statement.number() > 1
                ? Optional.of(new RosterHead(statement.roster(), statement.number() - 1, statement.before()))
                : Optional.empty();
    }

    /// Signs what was shown, and enters here that it did, and how far that roster had come.
    ///
    /// @return the answer, or ALREADY_SIGNED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `Roster.holder`
    public Outcome<SignedFile> approve(RosterQuestion question, OfficerKey officer) {
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> witness.check(transaction, head(question.statement()), question.officer()))
                        .then(_ -> signedBefore(transaction, question, officer.officer())
                                ? Outcome.refused(
                                        Refusal.ALREADY_SIGNED,
                                        question.statement().id(),
                                        officer.officer())
                                : Outcome.done(sign(transaction, question, officer))));
    }

    private boolean signedBefore(Transaction transaction, RosterQuestion question, String officer) {
        return office.auditLog().confirmAll(transaction, Answering.ANSWERED, question.hash()).stream()
                .anyMatch(entry -> entry.event().actor().equals(officer));
    }

    /// That machine has not the roster, so it computed nothing, and its signature says so.
    private SignedFile sign(Transaction transaction, RosterQuestion question, OfficerKey officer) {
        Statement statement = Statement.by(
                        officer,
                        question.statement().subject(),
                        Decision.APPROVE,
                        new Checked(Recheck.NOT_CHECKED, "", 0, List.of()),
                        office.device(),
                        office.nonce(),
                        office.clock().instant(),
                        "")
                .answering(question.hash());
        SignedFile answer = new SignedFile(statement.text(), officer.sign(statement.text()));
        head(question.statement()).ifPresent(head -> witness.enter(transaction, head, question.officer()));
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                Answering.ANSWERED,
                                statement.at(),
                                officer.officer(),
                                question.hash(),
                                Map.of(
                                        "change", question.statement().id(),
                                        "statement", answer.text(),
                                        "signature", answer.signature())));
        return answer;
    }
}
