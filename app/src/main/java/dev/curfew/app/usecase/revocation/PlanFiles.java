package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.revocation.exchange.PlanAnswering;
import dev.curfew.revocation.exchange.PlanAsking;
import dev.curfew.revocation.exchange.PlanQuestion;
import dev.curfew.revocation.exchange.PlanShown;
import dev.curfew.revocation.exchange.PlanTaken;

/// Plans signed by officers on other machines, between which only files pass.
public final class PlanFiles {
    private static final String PLAN = "p-";

    private final Books books;
    private final Officers officers;
    private final Revocations revocations;
    private final PlanAsking asking;
    private final PlanAnswering answering;

    public PlanFiles(
            Books books, Officers officers, Revocations revocations, PlanAsking asking, PlanAnswering answering) {
        this.books = books;
        this.officers = officers;
        this.revocations = revocations;
        this.asking = asking;
        this.answering = answering;
    }

    /// Whether it is the id of a plan.
    public static boolean isPlan(String id) {
        return id.startsWith(PLAN);
    }

    /// Whether the file asks about a plan.
    public static boolean asks(String content) {
        return SignedFile.parse(content) instanceof Outcome.Done<SignedFile>(SignedFile file)
                && PlanQuestion.isIn(file);
    }

    /// Whether the file answers such a question.
    public static boolean answers(String content) {
        return SignedFile.parse(content) instanceof Outcome.Done<SignedFile>(SignedFile file)
                && new SignedText(file.text(), file.signature()).kind().equals(Subject.Kind.PLAN.text());
    }

    /// The question about a plan, for an officer elsewhere.
    ///
    /// @return what goes into the file
    /// @throws dev.curfew.app.usecase.Refused if the plan could not be approved here either, or the workspace is
    ///     read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String ask(OfficerLogin officer, String planId) throws InterruptedException {
        revocations.requireRatified(planId);
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(asking.ask(planId, key)).content();
        }
    }

    /// What a question from elsewhere is about, with its preview computed here and now.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it is not what an officer known here sent, or its time is over
    public PlanShown look(String content) throws InterruptedException {
        SignedFile file = Outcomes.require(SignedFile.parse(content));
        return Outcomes.require(answering.look(file));
    }

    /// Approves what was shown.
    ///
    /// @return what goes into the answer's file
    /// @throws dev.curfew.app.usecase.Refused if the officer signed it before
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public String approve(OfficerLogin officer, PlanShown shown) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(answering.approve(shown, key)).content();
        }
    }

    /// Takes an answer back into the workspace that asked.
    ///
    /// @param content of the file
    /// @throws dev.curfew.app.usecase.Refused if it does not hold, for the reason that the message says
    public PlanTaken take(String content) throws InterruptedException {
        books.requireWritable();
        SignedFile file = Outcomes.require(SignedFile.parse(content));
        return Outcomes.require(asking.take(file));
    }
}
