package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.CanonicalJson;
import java.util.Optional;

/// The second officer's machine: shows what a question is about, and signs the answer. Who asks, and whose request it
/// is, is believed by this machine's own roster alone.
public final class Answering {
    private final Office office;
    private final PolicyReach reach;
    private final RosterWitness witness;
    private final Answers answers;

    public Answering(Office office, PolicyReach reach) {
        this.office = office;
        this.reach = reach;
        witness = new RosterWitness(office);
        answers = new Answers(office);
    }

    /// What there is to sign, as computed here and now where this machine's snapshot holds the target.
    ///
    /// @return it, or MALFORMED, QUESTION_EXPIRED, POLICY_CHANGED, ROSTER_ROLLED_BACK, ROSTER_FORKED, or as
    ///     `Roster.find`
    public Outcome<Shown> look(SignedFile file) {
        Optional<Question> question = Question.parse(file.text());
        if (question.isEmpty()) {
            return SignedFile.malformed("question");
        }
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> genuine(transaction, question.get(), file).then(one -> witnessed(transaction, one)))
                .then(this::timely)
                .then(genuine -> shown(snapshot, genuine));
    }

    private Outcome<Question> witnessed(Transaction transaction, Question question) {
        return witness.check(
                        transaction,
                        Optional.ofNullable(question.sender().roster()),
                        question.sender().officer())
                .map(_ -> question);
    }

    private Outcome<Question> genuine(Transaction transaction, Question question, SignedFile file) {
        ExceptionRequest request = question.request();
        return office.roster()
                .find(transaction, question.sender().officer())
                .then(asker -> file.isBy(asker, question.sender().publicKey())
                        ? office.roster().find(transaction, request.requester())
                        : SignedFile.<Officer>malformed("signer"))
                .then(requester -> Ed25519.verifies(
                                requester.publicKey(),
                                CanonicalJson.text(request.toJson()),
                                question.requestSignature())
                        ? Outcome.done(question)
                        : SignedFile.malformed("requester"));
    }

    private Outcome<Question> timely(Question question) {
        return new Timely(office.clock().instant())
                .open(question.request().id(), question.sender().expiresAt())
                .map(_ -> question);
    }

    private Outcome<Shown> shown(Snapshot snapshot, Question question) {
        ExceptionRequest request = question.request();
        Optional<Policy> policy = PolicyTexts.of(snapshot, request.policy());
        if (policy.isEmpty()) {
            return Outcome.done(new Shown(question, null, checked(question, snapshot, Recheck.NOT_CHECKED, "")));
        }
        if (!PolicyTexts.hash(policy.get().text()).equals(request.policyTextHash())) {
            return Outcome.refused(
                    Refusal.POLICY_CHANGED, request.id(), request.policy().text());
        }
        AddedReach adds = reach.adds(snapshot, request.policy());
        Recheck recheck = adds.text().equals(request.addsReach()) ? Recheck.SAME : Recheck.CHANGED;
        return Outcome.done(new Shown(question, adds, checked(question, snapshot, recheck, adds.hash())));
    }

    /// By the policies of the machine that asks: they alone judge it, when the answer is taken.
    private static Checked checked(Question question, Snapshot snapshot, Recheck recheck, String effectHash) {
        return Checked.on(snapshot, recheck, effectHash).under(question.sender().policies());
    }

    /// Approves what was shown, and enters here that it did.
    ///
    /// @return the answer, or SELF_APPROVAL, ALREADY_SIGNED, or as `Roster.holder`
    public Outcome<SignedFile> approve(Shown shown, OfficerKey officer) {
        ExceptionRequest request = shown.question().request();
        if (request.requester().equals(officer.officer())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, request.id(), officer.officer());
        }
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> witnessed(transaction, shown.question()))
                        .then(_ -> answers.first(transaction, shown.question().hash(), request.id(), officer))
                        .map(_ -> sign(transaction, shown, officer)));
    }

    private SignedFile sign(Transaction transaction, Shown shown, OfficerKey officer) {
        Question question = shown.question();
        Optional.ofNullable(question.sender().roster())
                .ifPresent(head ->
                        witness.enter(transaction, head, question.sender().officer()));
        return answers.sign(
                transaction, officer, Subject.of(question.request()), shown.checked(), question.hash(), "request");
    }
}
