package dev.curfew.snapshot.export.manifest;

/// Whose signature an export bears.
public interface ManifestSigner {

    /// Ed25519, X.509 SubjectPublicKeyInfo in Base64.
    String publicKey();

    /// The 64 bytes of the Ed25519 signature (RFC 8032) over the message.
    byte[] sign(byte[] message);
}
