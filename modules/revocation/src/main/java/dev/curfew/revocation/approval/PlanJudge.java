package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.judgement.Signatures;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.revocation.catalogue.Catalogue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks the policies in force about a plan, as things are at that moment: when it is signed, and again before its first
/// step. The snapshot is the newest. Only signatures over exactly this plan count, each officer's once.
public final class PlanJudge {
    private final Office office;
    private final Catalogue catalogue;
    private final PolicyBook book;
    private final Decisions decisions;
    private final Signatures signatures;

    public PlanJudge(Office office, Catalogue catalogue) {
        this.office = office;
        this.catalogue = catalogue;
        book = new PolicyBook(office);
        decisions = new Decisions(office);
        signatures = new Signatures(office);
    }

    /// @return where it stands, or as `Decisions.approvals` and `PolicyBook.current`
    public Outcome<PlanStanding> standing(Transaction transaction, Snapshot snapshot, RevocationPlan plan) {
        return standing(transaction, snapshot, plan, Subject.of(plan));
    }

    /// As if they who signed something else about the plan had signed the plan.
    ///
    /// @param signed what they signed
    /// @return as [#standing]
    public Outcome<PlanStanding> standing(
            Transaction transaction, Snapshot snapshot, RevocationPlan plan, Subject signed) {
        return decisions.standing(transaction, signed).then(all -> judge(transaction, snapshot, plan, all));
    }

    /// As if this officer had signed besides.
    ///
    /// @return where it would stand, or POLICY_REFUSES, or as [#standing]
    Outcome<PlanStanding> with(Transaction transaction, Snapshot snapshot, RevocationPlan plan, String officer) {
        return with(
                transaction,
                snapshot,
                plan,
                SignedApproval.about(
                        officer, office.device().id(), office.clock().instant(), null));
    }

    /// As if this had been signed besides.
    ///
    /// @return where it would stand, or POLICY_REFUSES, or as [#standing]
    Outcome<PlanStanding> with(Transaction transaction, Snapshot snapshot, RevocationPlan plan, SignedApproval one) {
        return decisions
                .standing(transaction, Subject.of(plan))
                .then(before -> judge(
                        transaction,
                        snapshot,
                        plan,
                        Stream.concat(
                                        before.stream()
                                                .filter(other ->
                                                        !other.officer().equals(one.officer())),
                                        Stream.of(one))
                                .toList()))
                .then(standing -> standing.refuses()
                        ? Outcome.refused(Refusal.POLICY_REFUSES, plan.id(), standing.words())
                        : Outcome.done(standing));
    }

    /// @return where it stands with a standing approval or without, or NOT_APPROVED with what is missing,
    ///     APPROVAL_EXPIRED, POLICY_REFUSES, or as [#standing]
    public Outcome<PlanStanding> allowed(Transaction transaction, Snapshot snapshot, RevocationPlan plan) {
        return decisions
                .approvals(transaction, Subject.of(plan))
                .then(all -> judge(transaction, snapshot, plan, decisions.standing(all))
                        .then(standing -> switch (standing.decision()) {
                            case PolicyDecision.Allowed _ -> Outcome.done(standing);
                            case PolicyDecision.Refused _ ->
                                Outcome.refused(Refusal.POLICY_REFUSES, plan.id(), standing.words());
                            case PolicyDecision.NeedsSignatures _ -> missing(plan, all, standing);
                        }));
    }

    private static Outcome<PlanStanding> missing(RevocationPlan plan, List<SignedApproval> all, PlanStanding standing) {
        Instant now = standing.question().context().time().now();
        Optional<Instant> over = all.stream()
                .map(SignedApproval::expiresAt)
                .filter(end -> !now.isBefore(end))
                .max(Comparator.naturalOrder());
        return over.isPresent()
                ? Outcome.refused(
                        Refusal.APPROVAL_EXPIRED, plan.id(), over.get().toString())
                : Outcome.refused(Refusal.SIGNATURES_MISSING, plan.id(), standing.words());
    }

    /// Whether this officer's signature is enough, for a plan that nobody signed yet.
    ///
    /// @return where it would stand, or SIGNATURES_MISSING, POLICY_REFUSES, or as [#standing]
    public Outcome<PlanStanding> alone(
            Transaction transaction, Snapshot snapshot, RevocationPlan plan, String officer) {
        return with(transaction, snapshot, plan, officer)
                .then(standing -> standing.allows()
                        ? Outcome.done(standing)
                        : Outcome.refused(Refusal.SIGNATURES_MISSING, plan.id(), standing.words()));
    }

    /// Whether a policy forbids it whoever signs: that holds for what a playbook does too.
    ///
    /// @return the plan, or POLICY_REFUSES, or as `PolicyBook.current`
    public Outcome<RevocationPlan> notForbidden(Transaction transaction, Snapshot snapshot, RevocationPlan plan) {
        return judge(transaction, snapshot, plan, List.of())
                .then(standing -> standing.refuses()
                        ? Outcome.refused(Refusal.POLICY_REFUSES, plan.id(), standing.words())
                        : Outcome.done(plan));
    }

    private Outcome<PlanStanding> judge(
            Transaction transaction, Snapshot snapshot, RevocationPlan plan, List<SignedApproval> signed) {
        Instant now = office.clock().instant();
        return book.current(transaction)
                .map(Policies::onPlans)
                .then(policies -> signatures.of(transaction, signed).map(approval -> {
                    EndingQuestion question =
                            new PlanCase(office, catalogue, transaction, plan, snapshot).question(approval, now);
                    return PlanStanding.of(signed, policies, question);
                }));
    }
}
