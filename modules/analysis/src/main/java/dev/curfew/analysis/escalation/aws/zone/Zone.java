package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.account.Level;
import java.util.BitSet;

/// Those of whom something holds: certainly, or at least possibly. Never changed once made, so that sets are shared.
///
/// @param certain part of `any`
/// @param any those of whom it is not excluded
public record Zone(BitSet certain, BitSet any) {
    public static final Zone NONE = of(new BitSet());

    /// Certainly of these, and of no other.
    public static Zone of(BitSet these) {
        return new Zone(these, these);
    }

    /// Perhaps of these, and of no other.
    public static Zone perhaps(BitSet these) {
        return new Zone(NONE.certain, these);
    }

    public boolean isEmpty() {
        return any.isEmpty();
    }

    public Zone or(Zone other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        BitSet either = union(any, other.any);
        return isSure() && other.isSure() ? of(either) : new Zone(union(certain, other.certain), either);
    }

    public Zone and(Zone other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        BitSet both = intersection(any, other.any);
        return isSure() && other.isSure() ? of(both) : new Zone(intersection(certain, other.certain), both);
    }

    /// Where the other does not hold.
    public Zone but(Zone other) {
        return other.isEmpty() ? this : new Zone(difference(certain, other.any), difference(any, other.certain));
    }

    public Zone within(BitSet these) {
        return and(of(these));
    }

    public Zone without(BitSet these) {
        return but(of(these));
    }

    /// Where another thing, which is the same for all, holds too.
    public Zone and(Level level) {
        return switch (level) {
            case CERTAIN -> this;
            case POSSIBLE -> perhaps(any);
            case NO -> NONE;
        };
    }

    /// The first of whom it holds certainly, else the first of whom it holds perhaps; -1: none.
    public int first() {
        int sure = certain.nextSetBit(0);
        return sure < 0 ? any.nextSetBit(0) : sure;
    }

    public Level level(int one) {
        return certain.get(one) ? Level.CERTAIN : any.get(one) ? Level.POSSIBLE : Level.NO;
    }

    /// Whether it is known that nothing is in doubt.
    @SuppressWarnings("ReferenceEquality") // one set for both where nothing is in doubt: nothing is compared
    boolean isSure() {
        return certain == any;
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private static BitSet intersection(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet difference(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }
}
