package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.port.Transaction;
import java.util.List;
import java.util.Optional;

/// As [Answering], for a change of the roster. That machine does not hold the roster; it holds against each other what
/// it was shown of it.
public final class RosterAnswering {
    private final Office office;
    private final RosterWitness witness;
    private final Answers answers;

    public RosterAnswering(Office office) {
        this.office = office;
        witness = new RosterWitness(office);
        answers = new Answers(office);
    }

    /// What there is to sign.
    ///
    /// @return it, or MALFORMED, QUESTION_EXPIRED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `Roster.find`
    public Outcome<RosterQuestion> look(SignedFile file) {
        Optional<RosterQuestion> question = RosterQuestion.parse(file.text());
        return question.isEmpty()
                ? SignedFile.malformed("question")
                : office.unitOfWork()
                        .run(transaction -> genuine(transaction, question.get(), file)
                                .then(this::timely)
                                .then(one -> witness.check(transaction, head(one.statement()), one.officer())
                                        .map(_ -> one)));
    }

    private Outcome<RosterQuestion> genuine(Transaction transaction, RosterQuestion question, SignedFile file) {
        return office.roster()
                .find(transaction, question.officer())
                .then(asker -> file.isBy(asker, question.publicKey())
                        ? Outcome.done(question)
                        : SignedFile.malformed("signer"));
    }

    private Outcome<RosterQuestion> timely(RosterQuestion question) {
        return new Timely(office.clock().instant())
                .open(question.statement().id(), question.expiresAt())
                .map(_ -> question);
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
                        .then(_ -> answers.first(
                                transaction,
                                question.hash(),
                                question.statement().id(),
                                officer))
                        .map(_ -> sign(transaction, question, officer)));
    }

    /// That machine has not the roster, so it computed nothing, and its signature says so.
    private SignedFile sign(Transaction transaction, RosterQuestion question, OfficerKey officer) {
        head(question.statement()).ifPresent(head -> witness.enter(transaction, head, question.officer()));
        return answers.sign(
                transaction,
                officer,
                question.statement().subject(),
                new Checked(Recheck.NOT_CHECKED, "", 0, List.of()),
                question.hash(),
                "change");
    }
}
