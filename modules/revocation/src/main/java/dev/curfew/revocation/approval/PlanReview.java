package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.journal.EndedStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A plan as it is shown to whoever decides on it.
///
/// @param checked what came of computing its preview again, and goes into the signed statement
/// @param standing who signed it already, and what is missing
/// @param ended what other plans did of it since it was made
public record PlanReview(RevocationPlan plan, Checked checked, PlanStanding standing, List<EndedStep> ended) {
    private static final Messages MESSAGES = Messages.of(PlanReview.class);

    public PlanReview {
        ended = List.copyOf(ended);
    }

    /// @return this, or ENDED_SINCE if other plans did all of it
    public Outcome<PlanReview> withSomethingLeft() {
        if (ended.size() < plan.steps().size()) {
            return Outcome.done(this);
        }
        Map<String, String> byPlan = new LinkedHashMap<>();
        ended.forEach(one -> byPlan.put(one.planId(), one.by()));
        return Outcome.refused(
                Refusal.ENDED_SINCE,
                plan.id(),
                String.join(", ", byPlan.values()),
                byPlan.keySet().stream()
                        .map(other -> MESSAGES.text("verify", other))
                        .collect(Collectors.joining("; ")));
    }
}
