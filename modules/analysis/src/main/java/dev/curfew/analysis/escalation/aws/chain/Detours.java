package dev.curfew.analysis.escalation.aws.chain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Through whom all of somebody's chains lead: the dominators of the graph whose root is being an administrator.
final class Detours {
    private static final BitSet NOBODY = new BitSet();

    /// Of those with more than one step to go; who is not here needs nobody.
    private final Map<Integer, BitSet> needed = new HashMap<>();

    private final Steps steps;
    private final BitSet reached;
    private final BitSet far = new BitSet();

    /// @param ranks by the steps to go
    Detours(Steps steps, List<BitSet> ranks, BitSet reached) {
        this.steps = steps;
        this.reached = reached;
        List<BitSet> distant = ranks.subList(Math.min(2, ranks.size()), ranks.size());
        distant.forEach(far::or);
        boolean changed = !far.isEmpty();
        while (changed) {
            changed = false;
            for (BitSet rank : distant) {
                for (int one = rank.nextSetBit(0); one >= 0; one = rank.nextSetBit(one + 1)) {
                    BitSet now = neededBy(one);
                    changed |= now != null && !now.equals(needed.put(one, now));
                }
            }
        }
    }

    /// Whom every target needs, or is; those of whom nothing is known yet exclude nobody. Null where nothing is known
    /// of any.
    private @Nullable BitSet neededBy(int one) {
        BitSet common = null;
        BitSet targets = (BitSet) steps.targets(one).clone();
        targets.and(reached);
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            BitSet others = far.get(target) ? needed.get(target) : NOBODY;
            if (others != null) {
                BitSet its = (BitSet) others.clone();
                its.set(target);
                if (common != null) {
                    its.and(common);
                }
                common = its;
                if (common.isEmpty()) {
                    return common;
                }
            }
        }
        return common;
    }

    /// Whether somebody becomes an administrator only through somebody else.
    boolean leadsThrough(int one, int other) {
        return needed.getOrDefault(one, NOBODY).get(other);
    }
}
