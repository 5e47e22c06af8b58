package dev.curfew.governance.judgement;

import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.AddedReach.Touched;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.attribute.Sensitivity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a request would add, in the few numbers that a policy asks for.
final class Weight {
    /// As in `HopKind`: to become somebody else, or to make them.
    private static final Set<String> BECOMING = Set.of(
            "ASSUMES", "FEDERATES", "IMPERSONATES", "LOGS_IN_AS", "RUNS_AS", "PASSES_ROLE", "MINTS", "ESCALATES");

    /// What matters most first. Nobody knows that the unknown does not matter.
    private static final List<Sensitivity> GRAVEST =
            List.of(Sensitivity.HIGH, Sensitivity.UNKNOWN, Sensitivity.ELEVATED, Sensitivity.LOW);

    private Weight() {}

    static Circumstances.Added of(AddedReach adds) {
        List<Touched> touched = adds.touched();
        long identities = touched.stream().filter(Weight::becomes).count();
        return new Circumstances.Added(
                adds.complete(),
                identities,
                touched.size() - identities,
                touched.stream().filter(one -> is(one, Sensitivity.HIGH)).count(),
                GRAVEST.stream()
                        .filter(level -> touched.stream().anyMatch(one -> is(one, level)))
                        .findFirst()
                        .orElse(Sensitivity.LOW)
                        .name()
                        .toLowerCase(Locale.ROOT),
                adds.administrator(),
                adds.minting().answer() != Minting.Answer.CANNOT);
    }

    private static boolean becomes(Touched one) {
        return BECOMING.contains(one.how());
    }

    private static boolean is(Touched one, Sensitivity level) {
        return one.sensitivity().equals(level.name());
    }
}
