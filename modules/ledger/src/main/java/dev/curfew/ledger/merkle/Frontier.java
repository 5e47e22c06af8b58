package dev.curfew.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The right edge of a growing tree: the roots of its perfect subtrees, largest first, one for each bit set in its
/// size. It holds all that is needed to append a leaf and to give the root. Immutable.
public final class Frontier {
    private static final int HASH_BYTES = 32;

    /// The tree without leaves.
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<byte[]> subtrees;

    private Frontier(long size, List<byte[]> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /// @throws IllegalArgumentException if the bytes are not those of a tree of this size
    public static Frontier of(long size, byte[] encoded) {
        if (size < 0 || encoded.length != Long.bitCount(size) * HASH_BYTES) {
            throw new IllegalArgumentException("not the frontier of a tree of " + size);
        }
        List<byte[]> subtrees = new ArrayList<>();
        for (int at = 0; at < encoded.length; at += HASH_BYTES) {
            subtrees.add(Arrays.copyOfRange(encoded, at, at + HASH_BYTES));
        }
        return new Frontier(size, subtrees);
    }

    public long size() {
        return size;
    }

    /// @param leafHash from [TreeHash#leaf]
    public Frontier append(byte[] leafHash) {
        List<byte[]> next = new ArrayList<>(subtrees);
        byte[] carry = leafHash;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            carry = TreeHash.node(next.removeLast(), carry);
        }
        next.add(carry);
        return new Frontier(size + 1, next);
    }

    public byte[] root() {
        if (subtrees.isEmpty()) {
            return TreeHash.empty();
        }
        byte[] root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = TreeHash.node(subtrees.get(i), root);
        }
        return root;
    }

    /// The root of the perfect subtree of `2^level` leaves.
    ///
    /// @throws IndexOutOfBoundsException if there is none: the size has no such bit
    public byte[] subtree(int level) {
        if (((size >> level) & 1) == 0) {
            throw new IndexOutOfBoundsException(level);
        }
        return subtrees.get(Long.bitCount(size >> level) - 1).clone();
    }

    /// The root over the leaves to the right of all subtrees of `2^level` leaves and more.
    ///
    /// @throws IndexOutOfBoundsException if there are none
    public byte[] rootBelow(int level) {
        int larger = Long.bitCount(size >> level);
        return new Frontier(size & ((1L << level) - 1), subtrees.subList(larger, subtrees.size())).nonEmptyRoot();
    }

    private byte[] nonEmptyRoot() {
        if (subtrees.isEmpty()) {
            throw new IndexOutOfBoundsException("no leaves");
        }
        return root();
    }

    /// [#root] as 64 hexadecimal digits.
    public String rootHash() {
        return HexFormat.of().formatHex(root());
    }

    /// The subtree hashes, largest subtree first, 32 bytes each.
    public byte[] encoded() {
        byte[] all = new byte[subtrees.size() * HASH_BYTES];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i), 0, all, i * HASH_BYTES, HASH_BYTES);
        }
        return all;
    }
}
