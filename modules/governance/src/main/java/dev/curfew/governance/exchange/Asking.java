package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.approval.Voice;
import dev.curfew.governance.duty.Duties;
import dev.curfew.governance.judgement.Judge;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The machine that holds the ledger: writes the question, and takes the answer back.
public final class Asking {
    private final Office office;
    private final PolicyReach reach;
    private final RequestRecord requests;
    private final Decisions decisions;
    private final Judge judge;
    private final Questions questions;

    public Asking(Office office, PolicyReach reach) {
        this.office = office;
        this.reach = reach;
        requests = new RequestRecord(office);
        decisions = new Decisions(office);
        judge = new Judge(office);
        questions = new Questions(office);
    }

    /// Writes the question about a request that waits for signatures, signed by whoever sends it.
    ///
    /// @return the file, or NOT_BY_FILES, ILLEGAL_STATE, POLICY_REFUSES, or as `RequestRecord.find`, `Roster.holder`,
    ///     `Decisions.approvals` and `Judge.judge`
    public Outcome<SignedFile> ask(String requestId, OfficerKey officer) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> office.roster()
                        .holder(transaction, officer)
                        .then(_ -> requests.find(transaction, requestId))
                        .then(Asking::byAnOfficer)
                        .then(request -> pending(request))
                        .then(request -> decisions
                                .standing(transaction, Subject.of(request))
                                .then(signed -> judged(transaction, snapshot, request, signed))
                                .map(judgement -> ask(transaction, snapshot, request, judgement, officer))));
    }

    /// The other machine does not know by whom a workload was trusted.
    private static Outcome<ExceptionRequest> byAnOfficer(ExceptionRequest request) {
        return Workload.of(request.requester()).isEmpty()
                ? Outcome.done(request)
                : Outcome.refused(Refusal.NOT_BY_FILES, request.id(), request.requester());
    }

    private static Outcome<ExceptionRequest> pending(ExceptionRequest request) {
        return request.state() == RequestState.PENDING
                ? Outcome.done(request)
                : Outcome.refused(
                        Refusal.ILLEGAL_STATE, request.id(), request.state().word(), "approved");
    }

    private SignedFile ask(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            Judgement judgement,
            OfficerKey officer) {
        Sender sender = questions.sender(
                transaction, officer, judgement.policiesHash(), Checked.unread(snapshot.coverage().stream()));
        Question question =
                new Question(request.as(RequestState.PENDING), requests.signature(transaction, request), sender);
        return questions.put(transaction, officer, question.text(), sender.at());
    }

    /// Takes an answer: verified, decided anew by the policies in force, entered.
    ///
    /// @return the receipt, also where more signatures are missing; or MALFORMED, NOT_ASKED_HERE, QUESTION_EXPIRED,
    ///     BACKDATED, APPROVAL_EXPIRED, SELF_APPROVAL, ALREADY_SIGNED, ILLEGAL_STATE, POLICY_CHANGED, POLICY_REFUSES,
    ///     SIGN_IN_NEEDED, DUTY, or as `RequestRecord.find`, `Decisions.admit` and `Judge.judge`
    public Outcome<Receipt> take(SignedFile file) {
        SignedText answer = new SignedText(file.text(), file.signature());
        if (!answer.isCanonical()) {
            return SignedFile.malformed("answer");
        }
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> questions
                        .answered(
                                transaction,
                                answer,
                                Question::parse,
                                question -> question.sender().device())
                        .then(question -> timely(question, answer))
                        .then(question ->
                                requests.find(transaction, question.request().id()))
                        .then(request -> same(snapshot, request))
                        .then(request -> take(transaction, snapshot, request, answer)));
    }

    private Outcome<Question> timely(Question question, SignedText answer) {
        return new Timely(office.clock().instant())
                .check(
                        Subject.of(question.request()),
                        question.sender().at(),
                        question.sender().expiresAt(),
                        answer)
                .map(_ -> question);
    }

    private static Outcome<ExceptionRequest> same(Snapshot snapshot, ExceptionRequest request) {
        boolean other = PolicyTexts.of(snapshot, request.policy())
                .filter(policy -> !PolicyTexts.hash(policy.text()).equals(request.policyTextHash()))
                .isPresent();
        return other
                ? Outcome.refused(
                        Refusal.POLICY_CHANGED, request.id(), request.policy().text())
                : pending(request);
    }

    private Outcome<Receipt> take(
            Transaction transaction, Snapshot snapshot, ExceptionRequest request, SignedText answer) {
        if (request.requester().equals(answer.officer())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, request.id(), answer.officer());
        }
        Optional<Voice> voice = answer.voice();
        if (voice.isPresent()) {
            return Outcome.refused(
                    Refusal.NO_VOICE_BY_FILES,
                    request.id(),
                    answer.officer(),
                    voice.get().of());
        }
        Subject subject = Subject.of(request);
        return decisions
                .verified(transaction, subject, answer)
                .then(one -> decisions
                        .standing(transaction, subject)
                        .then(before ->
                                judge.approvable(transaction, snapshot, request, adds(snapshot, request), before, one)))
                .then(judgement -> enter(transaction, request, answer, judgement));
    }

    private Outcome<Judgement> judged(
            Transaction transaction, Snapshot snapshot, ExceptionRequest request, List<SignedApproval> signed) {
        return judge.judge(transaction, snapshot, request, adds(snapshot, request), signed)
                .then(judgement -> judgement.refuses()
                        ? Outcome.refused(Refusal.POLICY_REFUSES, request.id(), judgement.words())
                        : Outcome.done(judgement));
    }

    private AddedReach adds(Snapshot snapshot, ExceptionRequest request) {
        return PolicyTexts.of(snapshot, request.policy()).isPresent()
                ? reach.adds(snapshot, request.policy())
                : AddedReach.unknown(request.policy().text());
    }

    private Outcome<Receipt> enter(
            Transaction transaction, ExceptionRequest request, SignedText answer, Judgement judgement) {
        Outcome<Receipt> receipt =
                decisions.admit(transaction, Subject.of(request), answer, Map.of("judgement", judgement.toJson()));
        if (receipt instanceof Outcome.Done && judgement.allows()) {
            transaction.requests().save(request.to(RequestState.APPROVED));
        }
        return receipt.then(
                entered -> Duties.counted(office, transaction, request, entered, List.of(entered.officer())));
    }
}
