package dev.curfew.governance.judgement;

import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.alternative.Alternatives;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.delegation.Voices;
import dev.curfew.governance.duty.Duties;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks the policies in force about a request, as things are at that moment: when it is made, at each approval, and
/// when it is issued. An answer for a state that no longer exists does not carry.
public final class Judge {
    private final Office office;
    private final PolicyBook book;
    private final Parties parties;
    private final Signatures signatures;

    public Judge(Office office) {
        this.office = office;
        book = new PolicyBook(office);
        parties = new Parties(office);
        signatures = new Signatures(office);
    }

    /// @param signed valid approvals of exactly this request
    /// @return the judgement, or as `PolicyBook.current`
    public Outcome<Judgement> judge(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            List<SignedApproval> signed) {
        return judge(transaction, snapshot, request, adds, signed, parties.of(transaction, request));
    }

    private Outcome<Judgement> judge(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            List<SignedApproval> signed,
            Parties.Known known) {
        return Duties.inForce(office, transaction)
                .then(duties -> Voices.of(office, transaction, request, signed)
                        .then(voices -> judge(transaction, snapshot, request, adds, signed, known, duties, voices)));
    }

    private Outcome<Judgement> judge(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            List<SignedApproval> signed,
            Parties.Known known,
            Duties duties,
            Voices voices) {
        return book.current(transaction).then(policies -> {
            Duties.Weighed weighed = duties.weigh(transaction, request, signed, voices);
            return approval(transaction, duties, voices, request, weighed.counted())
                    .then(approval -> {
                        Question question = new Case(transaction, snapshot, request, adds, approval, known)
                                .question(office.clock().instant());
                        Judgement judgement = new Judgement(policies.decide(question), policies.hash(), question);
                        return loneChange(transaction, duties, request, weighed.counted(), judgement)
                                .map(change -> duties.alone(transaction, snapshot, request, weighed.counted(), change))
                                .map(alone -> judgement.objectedTo(weighed.objections(), alone));
                    });
        });
    }

    /// The same with one approval more, as a refusal to whoever is about to give it.
    ///
    /// @param before valid approvals of exactly this request
    /// @return the judgement, or ALREADY_SIGNED, DUTY, POLICY_REFUSES, SIGN_IN_NEEDED, or as [#judge]
    public Outcome<Judgement> approvable(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            List<SignedApproval> before,
            SignedApproval one) {
        if (before.stream().anyMatch(other -> other.officer().equals(one.officer()))) {
            return Outcome.refused(Refusal.ALREADY_SIGNED, request.id(), one.officer());
        }
        List<SignedApproval> all =
                Stream.concat(before.stream(), Stream.of(one)).toList();
        Parties.Known known = parties.of(transaction, request);
        return judge(transaction, snapshot, request, adds, before, known)
                .then(without -> judge(transaction, snapshot, request, adds, all, known)
                        .then(judgement -> judgement.approvable(request.id(), one.officer(), without)));
    }

    /// The change of the policies that allows it, where nobody but who made it has a word in it.
    private Outcome<Optional<Duties.LoneChange>> loneChange(
            Transaction transaction,
            Duties duties,
            ExceptionRequest request,
            List<SignedApproval> counted,
            Judgement judgement) {
        if (!duties.asksForChanges() || !judgement.allows()) {
            return Outcome.done(Optional.empty());
        }
        return book.versions(transaction).map(versions -> {
            PolicyVersion newest = versions.getLast();
            boolean theirs = counted.isEmpty()
                    ? request.requester().equals(newest.savedBy())
                    : counted.stream().allMatch(one -> one.names().contains(newest.savedBy()));
            return theirs && !allowedBefore(versions, newest.savedBy(), judgement.question())
                    ? Optional.of(new Duties.LoneChange(newest.savedBy(), newest.number()))
                    : Optional.empty();
        });
    }

    /// By the newest policies that somebody else saved: who saves twice has changed twice.
    private static boolean allowedBefore(List<PolicyVersion> versions, String officer, Question question) {
        PolicyVersion before = versions.stream()
                .filter(version -> !version.savedBy().equals(officer))
                .reduce(versions.getFirst(), (_, later) -> later);
        try {
            return before.pack().compiled().decide(question) instanceof PolicyDecision.Allowed;
        } catch (PolicyTextException _) {
            // what cannot be asked any more allowed nothing that is known
            return false;
        }
    }

    private Outcome<Circumstances.Approval> approval(
            Transaction transaction,
            Duties duties,
            Voices voices,
            ExceptionRequest request,
            List<SignedApproval> signed) {
        return signatures.of(
                transaction, signed, approval -> inRole(transaction, duties, voices, request, signed, approval));
    }

    /// Each role that one who signed has now, or speaks with.
    private Outcome<Stream<String>> inRole(
            Transaction transaction,
            Duties duties,
            Voices voices,
            ExceptionRequest request,
            List<SignedApproval> signed,
            SignedApproval approval) {
        return office.roster()
                .roles(transaction, approval.officer())
                .map(roles -> Stream.concat(
                        roles.stream().filter(role -> duties.isOwn(approval.officer(), role, request, signed)),
                        voices.roles(approval.officer()).stream()
                                .filter(role -> duties.isOwn(approval.names().getLast(), role, request, signed))));
    }

    /// What would get a better answer than this one, by the policies in force.
    ///
    /// @return the best first; none if it is allowed, if nothing that is known of would, or if there are no policies
    ///     that can be asked
    public List<Alternative> alternatives(Transaction transaction, Judgement judgement) {
        return switch (book.current(transaction)) {
            case Outcome.Done<Policies>(Policies policies) -> Alternatives.of(policies, judgement.question());
            case Outcome.Refused<Policies> _ -> List.of();
        };
    }
}
