package dev.curfew.revocation.plan;

import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.revocation.choice.Chosen;
import dev.curfew.revocation.choice.Own;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The steps of an emergency, by phase.
///
/// @param phases of each step, in order
record Phased(List<PlannedStep> steps, List<Phase> phases) {
    /// By phase, and in it one action on everything before the next.
    private static final Comparator<Act> ORDER = Comparator.comparing(Act::phase)
            .thenComparing(act -> act.of().own())
            .thenComparingInt(Act::round);

    private record Act(Chosen of, int round, Phase phase) {
        PlannedStep step(int ordinal) {
            return new PlannedStep(
                    ordinal, of.credential().id(), of.how().kind(), of.actions().get(round));
        }
    }

    /// @param makes which of them could make others anew
    static Phased of(List<Chosen> chosen, Predicate<Chosen> makes) {
        List<Act> acts = new ArrayList<>();
        for (Chosen one : chosen) {
            boolean maker = makes.test(one);
            Phase before = Phase.MINTING;
            for (int round = 0; round < one.actions().size(); round++) {
                Phase own = phase(one, one.actions().get(round), maker);
                // What the catalogue puts later comes later.
                before = own.compareTo(before) > 0 ? own : before;
                acts.add(new Act(one, round, before));
            }
        }
        acts.sort(ORDER);
        return new Phased(
                IntStream.range(0, acts.size())
                        .mapToObj(i -> acts.get(i).step(i + 1))
                        .toList(),
                acts.stream().map(Act::phase).toList());
    }

    private static Phase phase(Chosen one, Action action, boolean maker) {
        if (one.own() != Own.NO) {
            return Phase.OWN;
        }
        if (one.how().deletions().contains(action.code())) {
            return Phase.DELETION;
        }
        if (maker) {
            return Phase.MINTING;
        }
        return action.reversible() ? Phase.CONTAINMENT : Phase.ENDING;
    }
}
