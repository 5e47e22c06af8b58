package dev.curfew.governance.officer;

/// A private key wherever it is held: in memory, or on a token that signs with it and never tells it.
public interface HeldKey extends AutoCloseable {
    /// Ed25519 over the text's UTF-8 bytes, Base64.
    String sign(String text);

    /// Lets go of what it takes to sign.
    @Override
    default void close() {}
}
