package dev.curfew.revocation.plan;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.revocation.choice.Chosen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The order of a plan: first one action on every credential, what mints before what was minted, so that nothing makes
/// anew what was just ended; then the rest, which is deletion.
final class Steps {
    private Steps() {}

    static List<PlannedStep> of(List<Chosen> chosen, Mints mints) {
        List<Chosen> ordered = mintersFirst(chosen, mints);
        List<PlannedStep> steps = new ArrayList<>();
        int rounds = ordered.stream().mapToInt(it -> it.actions().size()).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            for (Chosen one : ordered) {
                if (round < one.actions().size()) {
                    steps.add(step(steps.size() + 1, one, one.actions().get(round)));
                }
            }
        }
        return steps;
    }

    private static PlannedStep step(int ordinal, Chosen one, Action action) {
        return new PlannedStep(ordinal, one.credential().id(), one.how().kind(), action);
    }

    private static List<Chosen> mintersFirst(List<Chosen> chosen, Mints mints) {
        Set<CredentialId> minters = chosen.stream()
                .filter(one -> mints.makesOthers(one, chosen))
                .map(one -> one.credential().id())
                .collect(Collectors.toSet());
        return chosen.stream()
                .sorted(Comparator.comparing(
                        it -> !minters.contains(it.credential().id())))
                .toList();
    }
}
