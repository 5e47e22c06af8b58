package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.exchange.RosterAnswering;
import dev.curfew.governance.exchange.RosterAsking;
import dev.curfew.governance.exchange.RosterQuestion;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.Proposal;

/// Changes of the roster signed by officers on other machines, between which only files pass.
public final class RosterFiles {
    private static final String CHANGE = "o-";

    private final Books books;
    private final Officers officers;
    private final RosterAsking asking;
    private final RosterAnswering answering;

    public RosterFiles(Books books, Officers officers, RosterAsking asking, RosterAnswering answering) {
        this.books = books;
        this.officers = officers;
        this.asking = asking;
        this.answering = answering;
    }

    /// Whether it is the id of a change of the roster.
    public static boolean isChange(String id) {
        return id.startsWith(CHANGE);
    }

    /// Whether the file asks about a change of the roster.
    public static boolean asks(String content) {
        return SignedFile.parse(content) instanceof Outcome.Done<SignedFile>(SignedFile file)
                && RosterQuestion.parse(file.text()).isPresent();
    }

    /// Whether the file answers such a question.
    public static boolean answers(String content) {
        return SignedFile.parse(content) instanceof Outcome.Done<SignedFile>(SignedFile file)
                && new SignedText(file.text(), file.signature()).kind().equals(Subject.Kind.ROSTER.text());
    }

    /// The question about a change, for an officer elsewhere.
    ///
    /// @return what goes into the file
    /// @throws dev.curfew.app.usecase.Refused if the change does not wait for a signature, or the workspace is
    ///     read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String ask(OfficerLogin officer, String changeId) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(asking.ask(changeId, key)).content();
        }
    }

    /// What a question from elsewhere is about.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it is not what an officer known here sent, its time is over, or that
    ///     roster was set back
    public RosterQuestion look(String content) {
        return Outcomes.require(SignedFile.parse(content).then(answering::look));
    }

    /// Signs what was shown.
    ///
    /// @return what goes into the answer's file
    /// @throws dev.curfew.app.usecase.Refused if the officer signed it before
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String sign(OfficerLogin officer, RosterQuestion question) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(answering.approve(question, key)).content();
        }
    }

    /// Takes an answer back into the workspace that asked.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it does not hold, for the reason that the message says
    public Proposal take(String content) {
        books.requireWritable();
        return Outcomes.require(SignedFile.parse(content).then(asking::take));
    }
}
