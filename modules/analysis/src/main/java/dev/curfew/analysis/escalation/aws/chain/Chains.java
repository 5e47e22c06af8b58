package dev.curfew.analysis.escalation.aws.chain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Who becomes an administrator, in how many steps, and through whom alone.
public final class Chains {
    private final List<BitSet> ranks = new ArrayList<>();
    private final BitSet reached = new BitSet();
    private final Detours detours;

    public Chains(Steps steps) {
        BitSet rank = steps.administrators();
        // there may be no administrator, and somebody who becomes one alone
        do {
            ranks.add(rank);
            reached.or(rank);
            rank = next(steps, rank);
        } while (!rank.isEmpty());
        this.detours = new Detours(steps, ranks, reached);
    }

    private BitSet next(Steps steps, BitSet last) {
        BitSet next = new BitSet();
        for (int one = reached.nextClearBit(0); one < steps.everybody(); one = reached.nextClearBit(one + 1)) {
            boolean nearest = ranks.size() == 1 && steps.near().get(one);
            if (nearest || steps.targets(one).intersects(last)) {
                next.set(one);
            }
        }
        return next;
    }

    /// Those who are administrators or become some.
    public BitSet reached() {
        return reached;
    }

    /// Of these the one who is nearest to being an administrator, and gets there without the one who asks; -1: none.
    public int nearest(BitSet these, int without) {
        for (BitSet rank : ranks) {
            BitSet here = (BitSet) these.clone();
            here.and(rank);
            for (int one = here.nextSetBit(0); one >= 0; one = here.nextSetBit(one + 1)) {
                if (one != without && !detours.leadsThrough(one, without)) {
                    return one;
                }
            }
        }
        return -1;
    }
}
