package dev.curfew.revocation.journal;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What other plans did of a plan since it was made, where the credential was seen to be gone after it and was not seen
/// to work since. Their journals and proofs tell; no source is asked.
public final class EndedSince {
    private final Catalogue catalogue;

    public EndedSince(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// In the order of the steps; none that the plan did itself.
    public List<EndedStep> of(Transaction transaction, RevocationPlan plan) {
        Set<CredentialId> its =
                plan.steps().stream().map(PlannedStep::credential).collect(Collectors.toSet());
        List<ProofRecord> proofs = transaction.proofs().all().stream()
                .filter(record -> its.contains(record.credential()))
                .toList();
        return plan.steps().stream()
                .filter(step -> state(transaction, plan.id(), step) != StepState.ACTED)
                .flatMap(step -> ended(transaction, plan, step, proofs).stream())
                .toList();
    }

    private Optional<EndedStep> ended(
            Transaction transaction, RevocationPlan plan, PlannedStep step, List<ProofRecord> proofs) {
        List<ProofRecord> of = proofs.stream()
                .filter(record -> record.credential().equals(step.credential()))
                .toList();
        Optional<Proof> newest = of.stream()
                .map(ProofRecord::proof)
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .filter(Proof::saysGone);
        return newest.flatMap(proof -> of.stream()
                .map(ProofRecord::planId)
                .filter(other -> !other.equals(plan.id()))
                .flatMap(other -> acts(transaction, other, step))
                .filter(act -> !act.at().isBefore(plan.createdAt()))
                .findFirst()
                .map(act -> new EndedStep(step, act.planId(), act.at(), proof)));
    }

    /// The same act, or one that leaves nothing to act on.
    private Stream<StepRecord> acts(Transaction transaction, String other, PlannedStep step) {
        return transaction.plans().find(other).stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(act -> act.credential().equals(step.credential()))
                .filter(act -> act.action().equals(step.action()) || deletes(act))
                .flatMap(act -> record(transaction, other, act).stream())
                .filter(record -> record.state() == StepState.ACTED);
    }

    private boolean deletes(PlannedStep act) {
        return catalogue
                .kind(act.credentialKind())
                .filter(how -> how.deletions().contains(act.action().code()))
                .isPresent();
    }

    private static StepState state(Transaction transaction, String planId, PlannedStep step) {
        return record(transaction, planId, step).map(StepRecord::state).orElse(StepState.PLANNED);
    }

    private static Optional<StepRecord> record(Transaction transaction, String planId, PlannedStep step) {
        return transaction.steps().find(planId + "/" + step.ordinal());
    }
}
