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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What other plans did of plans since those were made, where the credential was seen to be gone after it and nothing
/// was done to it, nor was it seen to work, since. Their journals and proofs tell, within one unit of work; no source
/// is
/// asked.
public final class EndedSince {
    private final Catalogue catalogue;
    private final Transaction transaction;
    private @Nullable Map<CredentialId, List<Proof>> proofs;
    private @Nullable Map<CredentialId, List<Planned>> planned;

    public EndedSince(Catalogue catalogue, Transaction transaction) {
        this.catalogue = catalogue;
        this.transaction = transaction;
    }

    private record Planned(String planId, PlannedStep step) {}

    private record Entered(PlannedStep step, StepRecord record) {}

    /// In the order of the steps; none that the plan did itself, or may have done: that is its own to take back.
    public List<EndedStep> of(RevocationPlan plan) {
        return plan.steps().stream()
                .flatMap(step -> openSince(plan, step).flatMap(since -> ended(plan, step, since)).stream())
                .toList();
    }

    /// From when on another may have done it in its place.
    private Optional<Instant> openSince(RevocationPlan plan, PlannedStep step) {
        Optional<StepRecord> record = record(plan.id(), step);
        return switch (record.map(StepRecord::state).orElse(StepState.PLANNED)) {
            case PLANNED, SUPERSEDED -> Optional.of(plan.createdAt());
            case UNDONE -> record.map(StepRecord::at);
            case STARTED, ACTED, REFUSED, UNCERTAIN -> Optional.empty();
        };
    }

    private Optional<EndedStep> ended(RevocationPlan plan, PlannedStep step, Instant since) {
        return newest(step.credential(), since).filter(Proof::saysGone).flatMap(proof -> {
            List<Entered> others = others(plan, step.credential());
            return others.stream().anyMatch(other -> other.record().at().isAfter(proof.at()))
                    ? Optional.empty()
                    : others.stream()
                            .filter(other -> replaces(other, step))
                            .map(Entered::record)
                            .filter(act -> !act.at().isBefore(since))
                            .max(Comparator.comparing(StepRecord::at))
                            .map(act -> new EndedStep(step, act.planId(), act.at(), proof));
        });
    }

    private Optional<Proof> newest(CredentialId credential, Instant since) {
        if (proofs == null) {
            proofs = transaction.proofs().all().stream()
                    .collect(Collectors.groupingBy(
                            ProofRecord::credential, Collectors.mapping(ProofRecord::proof, Collectors.toList())));
        }
        return proofs.getOrDefault(credential, List.of()).stream()
                .filter(proof -> !proof.at().isBefore(since))
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other);
    }

    /// What the journals of the others have of it.
    private List<Entered> others(RevocationPlan plan, CredentialId credential) {
        if (planned == null) {
            planned = transaction.plans().all().stream()
                    .flatMap(each -> each.steps().stream().map(step -> new Planned(each.id(), step)))
                    .collect(Collectors.groupingBy(each -> each.step().credential()));
        }
        return planned.getOrDefault(credential, List.of()).stream()
                .filter(each -> !each.planId().equals(plan.id()))
                .flatMap(each -> record(each.planId(), each.step()).map(it -> new Entered(each.step(), it)).stream())
                .toList();
    }

    /// The same act, unless it left alone what began after it; or one that leaves nothing to act on.
    private boolean replaces(Entered other, PlannedStep step) {
        String kind = step.credentialKind();
        String code = step.action().code();
        return other.record().state() == StepState.ACTED
                && (catalogue.deletes(
                                other.step().credentialKind(),
                                other.step().action().code())
                        || (other.step().action().equals(step.action()) && !catalogue.isMomentary(kind, code)));
    }

    private Optional<StepRecord> record(String planId, PlannedStep step) {
        return transaction.steps().find(planId + "/" + step.ordinal());
    }
}
