package dev.curfew.analysis.reach.change;

import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The facts in which two snapshots differ, as far as evaluators look at them: each as it was and as it is, whichever
/// there is.
final class FactChanges {
    private final SnapshotIndex before;
    private final SnapshotIndex after;

    FactChanges(SnapshotIndex before, SnapshotIndex after) {
        this.before = before;
        this.after = after;
    }

    /// Facts that are one object were not changed, and are not looked at.
    ///
    /// @param list one of the snapshot's
    <F extends Fact> List<F> of(Function<Snapshot, List<F>> list) {
        Different<F> different = Different.of(list.apply(before.snapshot()), list.apply(after.snapshot()));
        List<F> changed = new ArrayList<>();
        Map<String, F> left = new HashMap<>();
        different.before().forEach(fact -> left.put(key(fact), fact));
        for (F fact : different.after()) {
            F earlier = left.remove(key(fact));
            if (earlier == null) {
                changed.add(fact);
            } else if (!Essence.of(earlier, before).equals(Essence.of(fact, after))) {
                changed.add(earlier);
                changed.add(fact);
            }
        }
        changed.addAll(left.values());
        return changed;
    }

    /// Credentials in both that began or ended to work by time alone.
    List<Credential> ended() {
        return after.snapshot().credentials().stream()
                .filter(it -> CredentialRoutes.works(it, before) != CredentialRoutes.works(it, after))
                .toList();
    }

    private static String key(Fact fact) {
        return fact.source().value() + "\n" + fact.key();
    }
}
