package dev.curfew.ledger.log;

import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.ledger.merkle.TreeHash;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether leaves are in a tree, all of them in one walk from its root: where none of them is, a subtree's hash comes
/// out of what each checkpoint keeps anyway, the frontier of the tree that it was signed for. What those rows hold need
/// not be trusted: what comes out of them has to be the signed root (RFC 6962 section 2.1).
final class RootWalk {
    private final Frontier whole;
    private final NavigableMap<Long, byte[]> leaves;
    private final Set<Long> sizes = new HashSet<>();
    private final Set<Long> neighbours = new HashSet<>();
    private Map<Long, Frontier> frontiers = Map.of();
    private Map<Long, byte[]> hashes = Map.of();

    private RootWalk(Frontier whole, NavigableMap<Long, byte[]> leaves) {
        this.whole = whole;
        this.leaves = leaves;
    }

    /// @param leaves hashes by index; one at least
    static boolean includes(LedgerRows rows, Frontier whole, NavigableMap<Long, byte[]> leaves) {
        if (leaves.firstKey() < 0 || leaves.lastKey() >= whole.size()) {
            return false;
        }
        RootWalk walk = new RootWalk(whole, leaves);
        try {
            walk.plan(0, whole.size());
            walk.frontiers = rows.frontiers(walk.sizes);
            walk.hashes = rows.leafHashes(walk.neighbours);
            return Arrays.equals(walk.hash(0, whole.size()), whole.root());
        } catch (MissingRow | IllegalArgumentException | IndexOutOfBoundsException _) {
            // Whatever is wrong with the rows, they prove nothing; verifying says what it is.
            return false;
        }
    }

    /// What is to be read for the leaves from `from` up to `to`.
    private void plan(long from, long to) {
        if (has(from, to)) {
            if (to - from > 1) {
                long middle = middle(from, to);
                plan(from, middle);
                plan(middle, to);
            }
        } else if (!isEdge(from, to)) {
            if (to - from == 1 || isRight(from, to)) {
                neighbours.add(to - 1);
            }
            if (to - from > 1) {
                sizes.add(isRight(from, to) ? to - 1 : to);
            }
        }
    }

    private byte[] hash(long from, long to) throws MissingRow {
        if (!has(from, to)) {
            return isEdge(from, to) ? whole.rootBelow(bits(to - from)) : stored(from, to);
        }
        if (to - from == 1) {
            return Objects.requireNonNull(leaves.get(from));
        }
        long middle = middle(from, to);
        return TreeHash.node(hash(from, middle), hash(middle, to));
    }

    /// A perfect subtree: whole in the tree that ended with it, if it is a left one; otherwise made of the tree that
    /// lacked its last leaf.
    private byte[] stored(long from, long to) throws MissingRow {
        if (to - from == 1) {
            return neighbour(from);
        }
        int level = Long.numberOfTrailingZeros(to - from);
        if (!isRight(from, to)) {
            return frontier(to).subtree(level);
        }
        Frontier before = frontier(to - 1);
        byte[] hash = neighbour(to - 1);
        for (int below = 0; below < level; below++) {
            hash = TreeHash.node(before.subtree(below), hash);
        }
        return hash;
    }

    private boolean has(long from, long to) {
        return !leaves.subMap(from, to).isEmpty();
    }

    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    /// Whether it is all that is to the right of some of the tree's own perfect subtrees.
    private boolean isEdge(long from, long to) {
        long length = to - from;
        return to == whole.size() && (whole.size() & ((1L << bits(length)) - 1)) == length;
    }

    private static boolean isRight(long from, long to) {
        return ((from / (to - from)) & 1) == 1;
    }

    private static int bits(long length) {
        return Long.SIZE - Long.numberOfLeadingZeros(length);
    }

    private Frontier frontier(long size) throws MissingRow {
        return found(frontiers.get(size));
    }

    private byte[] neighbour(long index) throws MissingRow {
        return found(hashes.get(index));
    }

    private static <T> T found(@Nullable T row) throws MissingRow {
        if (row == null) {
            throw new MissingRow();
        }
        return row;
    }

    /// The ledger lacks what an untouched one has.
    private static final class MissingRow extends Exception {
        private static final long serialVersionUID = 1;
    }
}
