package dev.curfew.governance.officer;

/// A key in memory, of somebody who asks.
public interface SigningKey {
    /// An officer's name, or a workload's text.
    String requester();

    /// X.509 SubjectPublicKeyInfo in Base64.
    String publicKey();

    /// Ed25519 over the text's UTF-8 bytes, Base64.
    String sign(String text);
}
