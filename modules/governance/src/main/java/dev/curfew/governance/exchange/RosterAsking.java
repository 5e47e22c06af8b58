package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.port.Transaction;
import java.time.Instant;

/// As [Asking], for a change of the roster.
public final class RosterAsking {
    private final Office office;
    private final RosterDesk desk;
    private final Questions questions;

    public RosterAsking(Office office) {
        this.office = office;
        desk = new RosterDesk(office);
        questions = new Questions(office);
    }

    /// Writes the question about a change that waits for signatures, signed by whoever sends it.
    ///
    /// @return the file, or as `Roster.holder` and `RosterDesk.open`
    public Outcome<SignedFile> ask(String changeId, OfficerKey officer) {
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> desk.open(transaction, changeId))
                        .then(statement -> office.rosterBook()
                                .state(transaction)
                                .map(state -> ask(transaction, statement, state.quorum(), officer))));
    }

    private SignedFile ask(Transaction transaction, RosterStatement statement, int quorum, OfficerKey officer) {
        Instant now = office.clock().instant();
        RosterQuestion question = new RosterQuestion(
                statement,
                quorum,
                officer.officer(),
                officer.publicKey(),
                office.device(),
                office.nonce(),
                now,
                now.plus(Question.HOLDS_FOR));
        return questions.put(transaction, officer, question.text(), now);
    }

    /// Takes an answer: verified, and entered; with the last signature that the quorum asks for the change is in force.
    ///
    /// @return how far it has come, or MALFORMED, NOT_ASKED_HERE, QUESTION_EXPIRED, BACKDATED, APPROVAL_EXPIRED,
    ///     ALREADY_SIGNED, or as `RosterDesk.open` and `Decisions.admit`
    public Outcome<Proposal> take(SignedFile file) {
        SignedText answer = new SignedText(file.text(), file.signature());
        if (!answer.isCanonical()) {
            return SignedFile.malformed("answer");
        }
        return desk.admit(
                transaction -> questions
                        .answered(transaction, answer, RosterQuestion::parse, RosterQuestion::device)
                        .then(question -> new Timely(office.clock().instant())
                                .check(question.statement().subject(), question.at(), question.expiresAt(), answer)
                                .map(_ -> question.statement().id())),
                answer);
    }
}
