package dev.curfew.analysis.reach.change;

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
    /// @param sameTime whether nothing in the list can have changed by time alone
    <F extends Fact> List<F> of(Function<Snapshot, List<F>> list, boolean sameTime) {
        List<F> old = list.apply(before.snapshot());
        List<F> young = list.apply(after.snapshot());
        Different<F> different = sameTime ? Different.of(old, young) : new Different<>(old, young);
        List<F> changed = new ArrayList<>();
        Map<String, F> left = new HashMap<>();
        different.before().forEach(fact -> left.put(key(fact), fact));
        for (F fact : different.after()) {
            F earlier = left.remove(key(fact));
            if (earlier == null) {
                changed.add(fact);
            } else if (!isSame(earlier, fact, sameTime)) {
                changed.add(earlier);
                changed.add(fact);
            }
        }
        changed.addAll(left.values());
        return changed;
    }

    @SuppressWarnings("ReferenceEquality") // the same fact needs no comparison
    private boolean isSame(Fact earlier, Fact later, boolean sameTime) {
        return (earlier == later && sameTime) || Essence.of(earlier, before).equals(Essence.of(later, after));
    }

    private static String key(Fact fact) {
        return fact.source().value() + "\n" + fact.key();
    }
}
