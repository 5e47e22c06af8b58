package dev.curfew.revocation.exchange;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.exchange.Questions;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.exchange.Timely;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.journal.PlanRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The machine that holds the ledger and runs the plan: writes the question about it, and takes the answer back.
public final class PlanAsking {
    private final Office office;
    private final PlanDesk desk;
    private final Catalogue catalogue;
    private final PlanRecord plans;
    private final Questions questions;

    public PlanAsking(Office office, PlanDesk desk, Catalogue catalogue) {
        this.office = office;
        this.desk = desk;
        this.catalogue = catalogue;
        plans = new PlanRecord(office);
        questions = new Questions(office);
    }

    /// Writes the question about a plan, signed by whoever sends it.
    ///
    /// @return the file, or ENDED_SINCE, POLICY_REFUSES, NOT_BY_FILES, TOO_LARGE_FOR_A_FILE, or as `PlanDesk.review`
    ///     and
    ///     `Roster.holder`
    public Outcome<SignedFile> ask(String planId, OfficerKey officer) throws InterruptedException {
        return desk.review(planId).then(PlanReview::withSomethingLeft).then(review -> ask(review, officer));
    }

    private Outcome<SignedFile> ask(PlanReview review, OfficerKey officer) {
        RevocationPlan plan = review.plan();
        if (review.standing().refuses()) {
            return Outcome.refused(
                    Refusal.POLICY_REFUSES, plan.id(), review.standing().words());
        }
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> byAnOfficer(plan, plans.signature(transaction, plan)))
                        .map(signature -> question(transaction, review, signature, officer))
                        .then(PlanAsking::fitting)
                        .map(question -> questions.put(
                                transaction,
                                officer,
                                question.text(),
                                question.sender().at())));
    }

    /// The other machine does not know which playbook was trusted.
    private static Outcome<String> byAnOfficer(RevocationPlan plan, Optional<String> signature) {
        return signature
                .<Outcome<String>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.NOT_BY_FILES, plan.id(), plan.requester()));
    }

    private PlanQuestion question(Transaction transaction, PlanReview review, String signature, OfficerKey officer) {
        return new PlanQuestion(
                review.plan(),
                signature,
                questions.sender(
                        transaction,
                        officer,
                        review.standing().policiesHash(),
                        review.checked().unread()));
    }

    /// With room for the signature and the ends of both lines.
    private static Outcome<PlanQuestion> fitting(PlanQuestion question) {
        int bytes = question.text().getBytes(StandardCharsets.UTF_8).length;
        return bytes <= SignedFile.TEXT_BYTES_MAX
                ? Outcome.done(question)
                : Outcome.refused(
                        Refusal.TOO_LARGE_FOR_A_FILE, question.plan().id(), Integer.toString(SignedFile.BYTES_MAX));
    }

    /// Takes an answer: verified, decided anew by the policies in force, entered. It counts as if its officer had
    /// approved the plan here.
    ///
    /// @return what is missing now; or MALFORMED, NOT_ASKED_HERE, QUESTION_EXPIRED, BACKDATED, APPROVAL_EXPIRED,
    ///     ENDED_SINCE, or as `PlanDesk.review` and `PlanDesk.admit`
    public Outcome<PlanTaken> take(SignedFile file) throws InterruptedException {
        SignedText answer = new SignedText(file.text(), file.signature());
        if (!answer.isCanonical()) {
            return SignedFile.malformed("answer");
        }
        Outcome<PlanQuestion> asked = office.unitOfWork()
                .run(transaction -> questions
                        .answered(
                                transaction,
                                answer,
                                text -> PlanQuestion.parse(text, catalogue),
                                question -> question.sender().device())
                        .then(question -> timely(question, answer)));
        if (!(asked instanceof Outcome.Done<PlanQuestion>(PlanQuestion question))) {
            return asked.then(_ -> SignedFile.malformed("answer"));
        }
        RevocationPlan plan = question.plan();
        return desk.review(plan.id())
                .then(PlanReview::withSomethingLeft)
                .then(_ -> desk.admit(plan, answer))
                .then(receipt -> desk.standing(plan).map(standing -> new PlanTaken(plan.id(), receipt, standing)));
    }

    private Outcome<PlanQuestion> timely(PlanQuestion question, SignedText answer) {
        return new Timely(office.clock().instant())
                .check(
                        Subject.of(question.plan()),
                        question.sender().at(),
                        question.sender().expiresAt(),
                        answer)
                .map(_ -> question);
    }
}
