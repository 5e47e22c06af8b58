package dev.curfew.revocation.rotation;

import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.StepReport;
import dev.curfew.revocation.trial.Bench;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cuts the old credential by a plan of revocation, with its receipt, journal and proof; first what can be undone, and
/// what cannot be by a plan of its own. Done again after a crash, the plan goes on where it stopped.
public final class Cutting {
    private static final Messages MESSAGES = Messages.of(Cutting.class);

    /// One whose way back did not come to its end may be cut again.
    private static final Set<Stage> CUTTABLE = EnumSet.of(Stage.HANDED, Stage.CUTTING, Stage.RETURNING);

    private final Bench bench;
    private final Planner planner;
    private final PlanDesk desk;
    private final Executor executor;
    private final Rotating rotating;
    private final RotationBook book;

    public Cutting(Bench bench, Planner planner, PlanDesk desk, Executor executor, Rotating rotating) {
        this.bench = bench;
        this.planner = planner;
        this.desk = desk;
        this.executor = executor;
        this.rotating = rotating;
        book = new RotationBook(bench.office());
    }

    /// Switches the old one off once it is quiet and the new one works; where it can only be ended, ends it.
    ///
    /// @return the report, or UNKNOWN_ROTATION, ILLEGAL_STATE, STILL_USED, USE_UNKNOWN, NEW_ONE_FAILS, or as
    ///     `Planner.plan` and `Executor.run`
    public Outcome<CutReport> cut(OfficerKey officer, String id, CutOrder order, Progress progress)
            throws InterruptedException {
        Outcome<Look> looked = rotating.look(officer.officer(), id);
        if (!(looked instanceof Outcome.Done<Look>(Look look))) {
            return looked.then(_ -> Outcome.refused(Refusal.UNKNOWN_ROTATION, id));
        }
        Rotation rotation = look.rotation();
        if (!CUTTABLE.contains(rotation.stage())) {
            return Outcome.refused(Refusal.ILLEGAL_STATE, id, rotation.stage().word(), "cut");
        }
        Optional<Outcome<CutReport>> reason = why(rotation, look, order);
        if (rotation.stage() != Stage.CUTTING && reason.isPresent()) {
            return reason.get();
        }
        Extent extent = canBeUndone(rotation) ? Extent.DEACTIVATE : Extent.DELETE;
        return run(
                officer,
                rotation,
                new Aim(Stage.CUTTING, extent == Extent.DELETE ? Stage.ENDED : Stage.CUT, extent),
                order,
                progress);
    }

    /// Deletes the old one: from here there is no way back.
    ///
    /// @return as [#cut]
    public Outcome<CutReport> end(OfficerKey officer, String id, CutOrder order, Progress progress)
            throws InterruptedException {
        return switch (book.find(id)) {
            case Outcome.Refused<Rotation>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Rotation>(Rotation rotation) ->
                rotation.stage() == Stage.CUT || rotation.stage() == Stage.ENDING
                        ? run(officer, rotation, new Aim(Stage.ENDING, Stage.ENDED, Extent.DELETE), order, progress)
                        : Outcome.refused(
                                Refusal.ILLEGAL_STATE, id, rotation.stage().word(), "ended");
        };
    }

    /// @param doing the stage while the plan runs
    /// @param done the one after it
    private record Aim(Stage doing, Stage done, Extent extent) {}

    private Optional<Outcome<CutReport>> why(Rotation rotation, Look look, CutOrder order) {
        Quiet quiet = look.quiet(order.quiet(), bench.office().clock().instant());
        if (quiet == Quiet.QUIET || order.although().contains(quiet)) {
            return Optional.empty();
        }
        Refusal refusal = quiet == Quiet.UNKNOWN ? Refusal.USE_UNKNOWN : Refusal.STILL_USED;
        return Optional.of(Outcome.refused(refusal, rotation.old().text(), UsageWords.of(look.lastUse())));
    }

    private boolean canBeUndone(Rotation rotation) {
        return bench.catalogue().kind(rotation.kind()).stream()
                .flatMap(kind -> kind.actions().stream())
                .anyMatch(Action::reversible);
    }

    private Outcome<CutReport> run(OfficerKey officer, Rotation rotation, Aim aim, CutOrder order, Progress progress)
            throws InterruptedException {
        Optional<String> flaw = flaw(rotation, order);
        if (flaw.isPresent()) {
            return Outcome.refused(Refusal.NEW_ONE_FAILS, fresh(rotation).text(), flaw.get());
        }
        Outcome<PlanReview> planned = planned(officer, rotation, aim);
        if (!(planned instanceof Outcome.Done<PlanReview>(PlanReview review))) {
            return planned.then(_ -> Outcome.refused(Refusal.UNKNOWN_PLAN, rotation.id()));
        }
        Map<String, Object> details = new HashMap<>();
        details.put("plan", review.plan().id());
        details.put(
                "although", order.although().stream().map(Enum::name).sorted().toList());
        Outcome<Rotation> entered = book.decide(officer, rotation.id(), aim.doing(), details);
        if (!(entered instanceof Outcome.Done<Rotation>(Rotation doing))) {
            return entered.then(_ -> Outcome.refused(Refusal.UNKNOWN_ROTATION, rotation.id()));
        }
        Map<CredentialId, Secret> values = new HashMap<>();
        order.oldValue().ifPresent(value -> values.put(rotation.old(), value));
        Outcome<RunReport> ran =
                desk.approve(review, officer).then(receipt -> run(review.plan(), receipt, values, progress));
        return ran instanceof Outcome.Done<RunReport>(RunReport report)
                ? Outcome.done(reported(officer.officer(), doing, aim, report, order))
                : ran.then(_ -> Outcome.refused(Refusal.UNKNOWN_PLAN, rotation.id()));
    }

    private Outcome<RunReport> run(
            RevocationPlan plan, Receipt receipt, Map<CredentialId, Secret> values, Progress progress) {
        return executor.run(plan, receipt, values, progress);
    }

    /// The plan that a crash cut off goes on; there is no second one.
    private Outcome<PlanReview> planned(OfficerKey officer, Rotation rotation, Aim aim) throws InterruptedException {
        if (rotation.stage() == aim.doing() && rotation.plan().isPresent()) {
            return desk.review(rotation.plan().get());
        }
        PlanOrder order = new PlanOrder(List.of(rotation.old().text()), aim.extent(), rotation.reason());
        return switch (planner.plan(officer, order)) {
            case Outcome.Refused<RevocationPlan>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<RevocationPlan>(RevocationPlan plan) -> desk.review(plan.id());
        };
    }

    /// Switched off it is only if every step was done; gone it is when its deletion was, whatever that left to do.
    private static boolean isDone(Aim aim, List<StepReport> steps) {
        List<StepReport> deciding = aim.done() == Stage.ENDED ? List.of(steps.getLast()) : steps;
        return deciding.stream().allMatch(step -> step.record().state().isDone());
    }

    private CutReport reported(String actor, Rotation doing, Aim aim, RunReport report, CutOrder order)
            throws InterruptedException {
        boolean all = !report.cancelled() && isDone(aim, report.steps());
        Optional<ProbeOutcome> tried = tried(doing, order);
        Map<String, Object> details = tried.<Map<String, Object>>map(outcome -> Map.of("said", outcome.detail()))
                .orElse(Map.of());
        return new CutReport(book.enter(actor, doing, all ? aim.done() : aim.doing(), details), report.steps(), tried);
    }

    /// Why nothing may be cut yet; empty if the new one is there and, where its value was given, works.
    private Optional<String> flaw(Rotation rotation, CutOrder order) throws InterruptedException {
        Optional<Probe> probe = bench.probe(rotation.old().source());
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        return switch (probe.get().list(fresh(rotation))) {
            case ListingEvidence.Listed listed
            when listed.active() ->
                tried(rotation, order)
                        .filter(outcome -> !(outcome instanceof ProbeOutcome.Accepted))
                        .map(ProbeOutcome::detail);
            case ListingEvidence.Listed listed -> Optional.of(listed.detail());
            case ListingEvidence.NotListed gone -> Optional.of(gone.detail());
            case ListingEvidence.Unreadable unread -> Optional.of(unread.detail());
        };
    }

    private Optional<ProbeOutcome> tried(Rotation rotation, CutOrder order) throws InterruptedException {
        Optional<Probe> probe = bench.probe(rotation.old().source());
        if (probe.isEmpty() || order.newValue().isEmpty()) {
            return Optional.empty();
        }
        Secret value = order.newValue().get();
        // Some probes try the value alone, and the old one's file would be taken for the new one's.
        return Optional.of(
                probe.get().belongs(fresh(rotation), value)
                        ? probe.get().attempt(fresh(rotation), value)
                        : new ProbeOutcome.Indeterminate(
                                bench.office().clock().instant(),
                                MESSAGES.text("new.other", fresh(rotation).text())));
    }

    private static CredentialId fresh(Rotation rotation) {
        return rotation.fresh().orElseThrow();
    }
}
