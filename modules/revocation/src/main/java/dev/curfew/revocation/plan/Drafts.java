package dev.curfew.revocation.plan;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Window;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Choice;
import dev.curfew.revocation.choice.Chosen;
import dev.curfew.revocation.choice.Emergency;
import dev.curfew.revocation.choice.Left;
import dev.curfew.revocation.choice.Picked;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.ground.Ground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a plan would be, computed from a snapshot; the same each time.
final class Drafts {
    private final Office office;
    private final Targets targets;
    private final Choice choice;
    private final Emergency emergency;
    private final PolicyReach policyReach;
    private final PlanLimits limits;
    private final Catalogue catalogue;

    Drafts(
            Office office,
            Targets targets,
            Choice choice,
            Emergency emergency,
            PolicyReach policyReach,
            PlanLimits limits,
            Catalogue catalogue) {
        this.office = office;
        this.targets = targets;
        this.choice = choice;
        this.emergency = emergency;
        this.policyReach = policyReach;
        this.limits = limits;
        this.catalogue = catalogue;
    }

    record Draft(List<PlannedStep> steps, Map<String, Object> preview) {}

    Outcome<Draft> of(Snapshot snapshot, RevocationOrder order) throws InterruptedException {
        Ground ground = ground(snapshot);
        return switch (order) {
            case PlanOrder it ->
                choice.of(ground, it.targets(), it.extent())
                        .then(chosen -> only(it.acts(), chosen))
                        .then(chosen -> within(limits.stepsMax(), chosen))
                        .map(chosen -> planned(ground, it, chosen));
            case KillOrder it -> kill(ground, it, emergency.pick(ground, it.naming(), it.extent()));
        };
    }

    private Draft planned(Ground ground, PlanOrder order, List<Chosen> chosen) {
        Mints mints = new Mints(ground, policyReach);
        Map<String, Object> preview =
                new LinkedHashMap<>(new Preview(mints, limits).of(ground, chosen, order.extent()));
        if (!order.acts().isEmpty()) {
            preview.put(PlanOrder.KEPT, order.acts());
        }
        return new Draft(Steps.of(chosen, mints), preview);
    }

    /// All of them, each with something that is to be done, or none.
    private static Outcome<List<Chosen>> only(List<String> acts, List<Chosen> chosen) {
        if (acts.isEmpty()) {
            return Outcome.done(chosen);
        }
        List<Chosen> narrowed = new ArrayList<>();
        for (Chosen one : chosen) {
            List<Action> actions = one.actions().stream()
                    .filter(action -> acts.contains(action.code()))
                    .toList();
            if (actions.isEmpty()) {
                return Outcome.refused(
                        Refusal.NO_SUCH_ACT,
                        one.credential().id().text(),
                        one.how().kind());
            }
            narrowed.add(new Chosen(one.credential(), one.how(), actions, one.window(), one.own()));
        }
        return Outcome.done(narrowed);
    }

    Ground ground(Snapshot snapshot) {
        List<Window> windows =
                office.unitOfWork().run(transaction -> transaction.windows().all());
        return new Ground(new SnapshotIndex(snapshot), windows, targets, catalogue);
    }

    private Outcome<Draft> kill(Ground ground, KillOrder order, Picked picked) {
        if (picked.chosen().isEmpty()) {
            String why = picked.left().stream().map(Left::why).distinct().collect(Collectors.joining(" "));
            return Outcome.refused(Refusal.NOTHING_TO_KILL, why);
        }
        return within(limits.killStepsMax(), picked.chosen()).map(chosen -> {
            Mints mints = new Mints(ground, policyReach);
            Phased phased = Phased.of(chosen, one -> mints.makesOthers(one, chosen));
            Map<String, Object> preview =
                    new LinkedHashMap<>(new Preview(mints, limits).of(ground, chosen, order.extent()));
            preview.put(KillOrder.KEPT, order.kept());
            preview.put("added", picked.added().stream().map(Left::toJson).toList());
            preview.put("left", picked.left().stream().map(Left::toJson).toList());
            if (!order.naming().traces().equals(Traces.UNASKED)) {
                preview.put(
                        WhatWasMade.KEPT, WhatWasMade.of(ground, order.naming().traces()));
            }
            preview.put(Phase.KEPT, phased.phases().stream().map(Phase::name).toList());
            return new Draft(phased.steps(), preview);
        });
    }

    private static Outcome<List<Chosen>> within(int stepsMax, List<Chosen> chosen) {
        int steps = chosen.stream().mapToInt(one -> one.actions().size()).sum();
        return steps > stepsMax ? Outcome.refused(Refusal.TOO_MANY_STEPS, steps, stepsMax) : Outcome.done(chosen);
    }
}
