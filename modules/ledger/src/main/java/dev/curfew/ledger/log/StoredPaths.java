package dev.curfew.ledger.log;

import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Audit paths out of what each checkpoint keeps anyway: the frontier of the tree it was signed for. Some two rows are
/// read for each level of the tree. What they hold need not be trusted: a path is worth what it proves.
final class StoredPaths {
    private final LedgerRows rows;

    StoredPaths(LedgerRows rows) {
        this.rows = rows;
    }

    /// The audit path of leaf `index` in the tree with this frontier, from the leaf up (RFC 6962 section 2.1.1). Empty
    /// if a row that it needs is missing or unreadable.
    Optional<List<byte[]>> inclusion(long index, Frontier whole) {
        try {
            Frontier before = frontier(index);
            List<byte[]> path = new ArrayList<>();
            for (int level = 0; (whole.size() - 1) >> level > 0; level++) {
                long node = index >> level;
                if ((node & 1) == 1) {
                    // A sibling on the left is a perfect subtree of the tree as it was before the leaf came.
                    path.add(before.subtree(level));
                } else if ((node + 2) << level <= whole.size()) {
                    path.add(perfect(((node + 2) << level) - 1, level));
                } else if ((node + 1) << level < whole.size()) {
                    path.add(whole.rootBelow(level));
                }
            }
            return Optional.of(path);
        } catch (MissingRow | IllegalArgumentException | IndexOutOfBoundsException _) {
            // Whatever is wrong with the rows, they prove nothing; verifying says what it is.
            return Optional.empty();
        }
    }

    /// The perfect subtree of `2^level` leaves that ends with this leaf.
    private byte[] perfect(long last, int level) throws MissingRow {
        Frontier before = frontier(last);
        byte[] hash = HexFormat.of().parseHex(rows.leafHash(last).orElseThrow(MissingRow::new));
        for (int below = 0; below < level; below++) {
            hash = TreeHash.node(before.subtree(below), hash);
        }
        return hash;
    }

    private Frontier frontier(long size) throws MissingRow {
        if (size == 0) {
            return Frontier.EMPTY;
        }
        return Frontier.of(
                size,
                HexFormat.of()
                        .parseHex(rows.checkpoint(size)
                                .orElseThrow(MissingRow::new)
                                .frontier()));
    }

    /// The ledger lacks what an untouched one has.
    private static final class MissingRow extends Exception {
        private static final long serialVersionUID = 1;
    }
}
