package dev.curfew.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Proofs over a list of leaf hashes: RFC 6962 sections 2.1.1 and 2.1.2, checked as RFC 9162 sections 2.1.3.2 and
/// 2.1.4.2 describe.
public final class MerkleProofs {

    private MerkleProofs() {}

    public static byte[] root(List<byte[]> leaves) {
        Frontier frontier = Frontier.EMPTY;
        for (byte[] leaf : leaves) {
            frontier = frontier.append(leaf);
        }
        return frontier.root();
    }

    /// The audit path of leaf `index`, from the leaf up.
    public static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        List<byte[]> path = new ArrayList<>();
        collectInclusion(index, leaves, path);
        return path;
    }

    private static void collectInclusion(int index, List<byte[]> leaves, List<byte[]> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (index < split) {
            collectInclusion(index, left, path);
            path.add(root(right));
        } else {
            collectInclusion(index - split, right, path);
            path.add(root(left));
        }
    }

    /// Whether the path leads from the leaf to the root of a tree of `size` leaves.
    public static boolean includes(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
