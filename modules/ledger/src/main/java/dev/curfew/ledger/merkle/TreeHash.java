package dev.curfew.ledger.merkle;

import dev.curfew.model.text.Sha256;
import java.security.MessageDigest;

/// The two hashes of RFC 6962 section 2.1: leaves and inner nodes have different prefixes, so that neither can pass
/// for the other. All hashes have 32 bytes.
public final class TreeHash {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /// The root of the tree without leaves.
    public static byte[] empty() {
        return Sha256.of(new byte[0]);
    }
}
