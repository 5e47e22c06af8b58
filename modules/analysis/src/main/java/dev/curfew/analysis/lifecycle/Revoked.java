package dev.curfew.analysis.lifecycle;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A step of a plan that its target carried out.
public record Revoked(CredentialId credential, boolean reversible, Instant at, String plan) {

    /// All that were carried out.
    public static List<Revoked> of(Collection<RevocationPlan> plans, Collection<StepRecord> steps) {
        Map<String, PlannedStep> planned = new HashMap<>();
        for (RevocationPlan plan : plans) {
            plan.steps().forEach(step -> planned.put(plan.id() + "/" + step.ordinal(), step));
        }
        List<Revoked> all = new ArrayList<>();
        for (StepRecord step : steps) {
            PlannedStep what = planned.get(step.key());
            if (step.state() == StepState.ACTED && what != null) {
                all.add(new Revoked(what.credential(), what.action().reversible(), step.at(), step.planId()));
            }
        }
        return all;
    }
}
