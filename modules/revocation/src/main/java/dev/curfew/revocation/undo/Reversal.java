package dev.curfew.revocation.undo;

import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import java.util.List;

/// What of a plan can be taken back, and what cannot.
///
/// @param acts in the order they are done: the last step first
/// @param kept what stays as it is, a sentence each
public record Reversal(RevocationPlan plan, List<Act> acts, List<String> kept) {
    public Reversal {
        acts = List.copyOf(acts);
        kept = List.copyOf(kept);
    }

    /// Each act in words that stand for it in what is signed.
    List<String> texts() {
        return acts.stream()
                .map(act -> act.step().ordinal() + " " + act.action().code() + " "
                        + act.step().credential().text())
                .toList();
    }

    /// @param action that takes the step back
    public record Act(PlannedStep step, Action action) {}
}
