package dev.curfew.revocation.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.exchange.Answers;
import dev.curfew.governance.exchange.RosterWitness;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.exchange.Timely;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.plan.Planner;
import java.util.Optional;

/// The second officer's machine: shows what a question about a plan is about, and signs the answer. Who asks, and whose
/// plan it is, is believed by this machine's own roster alone.
public final class PlanAnswering {
    private final Office office;
    private final Planner planner;
    private final Catalogue catalogue;
    private final RosterWitness witness;
    private final Answers answers;

    public PlanAnswering(Office office, Planner planner, Catalogue catalogue) {
        this.office = office;
        this.planner = planner;
        this.catalogue = catalogue;
        witness = new RosterWitness(office);
        answers = new Answers(office);
    }

    /// What there is to sign, with its preview computed here and now where this machine's snapshot holds what the plan
    /// ends.
    ///
    /// @return it, or MALFORMED, QUESTION_EXPIRED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `Roster.find`
    public Outcome<PlanShown> look(SignedFile file) throws InterruptedException {
        Optional<PlanQuestion> parsed = PlanQuestion.parse(file.text(), catalogue);
        if (parsed.isEmpty()) {
            return SignedFile.malformed("question");
        }
        PlanQuestion question = parsed.get();
        Outcome<PlanQuestion> genuine = office.unitOfWork()
                .run(transaction -> genuine(transaction, question, file).then(one -> witnessed(transaction, one)))
                .then(this::timely);
        if (genuine instanceof Outcome.Done) {
            Checked checked = planner.recheck(question.plan())
                    .checked()
                    .under(question.sender().policies());
            return genuine.map(_ -> new PlanShown(question, checked));
        }
        return genuine.then(_ -> SignedFile.malformed("question"));
    }

    private Outcome<PlanQuestion> genuine(Transaction transaction, PlanQuestion question, SignedFile file) {
        RevocationPlan plan = question.plan();
        return office.roster()
                .find(transaction, question.sender().officer())
                .then(asker -> file.isBy(asker, question.sender().publicKey())
                        ? office.roster().find(transaction, plan.requester())
                        : SignedFile.<Officer>malformed("signer"))
                .then(requester -> Ed25519.verifies(requester.publicKey(), plan.hash(), question.planSignature())
                        ? Outcome.done(question)
                        : SignedFile.malformed("plan"));
    }

    private Outcome<PlanQuestion> witnessed(Transaction transaction, PlanQuestion question) {
        return witness.check(
                        transaction,
                        Optional.ofNullable(question.sender().roster()),
                        question.sender().officer())
                .map(_ -> question);
    }

    private Outcome<PlanQuestion> timely(PlanQuestion question) {
        return new Timely(office.clock().instant())
                .open(question.plan().id(), question.sender().expiresAt())
                .map(_ -> question);
    }

    /// Approves what was shown, and enters here that it did.
    ///
    /// @return the answer, or ALREADY_SIGNED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `Roster.holder`
    public Outcome<SignedFile> approve(PlanShown shown, OfficerKey officer) {
        PlanQuestion question = shown.question();
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> witnessed(transaction, question))
                        .then(_ -> answers.first(
                                transaction, question.hash(), question.plan().id(), officer))
                        .map(_ -> sign(transaction, shown, officer)));
    }

    private SignedFile sign(Transaction transaction, PlanShown shown, OfficerKey officer) {
        PlanQuestion question = shown.question();
        Optional.ofNullable(question.sender().roster())
                .ifPresent(head ->
                        witness.enter(transaction, head, question.sender().officer()));
        return answers.sign(
                transaction, officer, Subject.of(question.plan()), shown.checked(), question.hash(), "plan");
    }
}
