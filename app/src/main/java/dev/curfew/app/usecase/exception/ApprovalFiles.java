package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.exchange.Answering;
import dev.curfew.governance.exchange.Asking;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.governance.Receipt;

/// Approvals by officers on other machines, between which only files pass.
public final class ApprovalFiles {
    private final Books books;
    private final Officers officers;
    private final Asking asking;
    private final Answering answering;

    public ApprovalFiles(Books books, Officers officers, Asking asking, Answering answering) {
        this.books = books;
        this.officers = officers;
        this.asking = asking;
        this.answering = answering;
    }

    /// The question about a request, for an officer elsewhere.
    ///
    /// @return what goes into the file
    /// @throws dev.curfew.app.usecase.Refused if the request does not wait for a signature, or the workspace is
    ///     read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String ask(OfficerLogin officer, String requestId) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(asking.ask(requestId, key)).content();
        }
    }

    /// Whether this is a question, to be answered; else it is taken for an answer.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it is no file of this kind
    public boolean isQuestion(String content) {
        return Question.isIn(Outcomes.require(SignedFile.parse(content)));
    }

    /// What a question from elsewhere is about, as computed here and now.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it is not what an officer known here sent, or its time is over
    public Shown look(String content) {
        return Outcomes.require(SignedFile.parse(content).then(answering::look));
    }

    /// Approves what was shown.
    ///
    /// @return what goes into the answer's file
    /// @throws dev.curfew.app.usecase.Refused if the officer asked for it, or signed it before
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String approve(OfficerLogin officer, Shown shown) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(answering.approve(shown, key)).content();
        }
    }

    /// Takes an answer back into the workspace that asked.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it does not hold, for the reason that the message says
    public Receipt take(String content) {
        books.requireWritable();
        return Outcomes.require(SignedFile.parse(content).then(asking::take));
    }
}
