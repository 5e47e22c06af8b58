package dev.curfew.analysis.escalation.aws.chain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The steps that are open, while they are collected. Everybody is a number.
public final class Steps {
    private final BitSet administrators;
    private final BitSet near = new BitSet();
    private final List<BitSet> targets = new ArrayList<>();

    /// @param administrators who need no step
    /// @param everybody how many there are
    public Steps(BitSet administrators, int everybody) {
        this.administrators = (BitSet) administrators.clone();
        for (int i = 0; i < everybody; i++) {
            targets.add(new BitSet());
        }
    }

    /// Becomes an administrator without anybody else.
    public void alone(int one) {
        near.set(one);
    }

    /// Gets the rights of any of these.
    public void through(int one, BitSet others) {
        if (others.intersects(administrators)) {
            near.set(one);
        } else {
            targets.get(one).or(others);
        }
    }

    BitSet administrators() {
        return administrators;
    }

    /// Those with one step to go.
    BitSet near() {
        return near;
    }

    /// Whose rights somebody gets; not all, of those who are near.
    BitSet targets(int one) {
        return targets.get(one);
    }

    int everybody() {
        return targets.size();
    }
}
