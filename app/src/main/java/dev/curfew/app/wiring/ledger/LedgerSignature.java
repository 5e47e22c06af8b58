package dev.curfew.app.wiring.ledger;

import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.snapshot.export.manifest.ManifestSigner;
import java.util.Base64;
import java.util.HexFormat;

/// Signs exports with the ledger's key: one key to compare tells that both are this workspace's.
public final class LedgerSignature implements ManifestSigner {
    /// What stands before the 32 bytes of an Ed25519 key in X.509 SubjectPublicKeyInfo (RFC 8410, section 4).
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final NoteSigner signer;

    public LedgerSignature(NoteSigner signer) {
        this.signer = signer;
    }

    @Override
    public String publicKey() {
        byte[] raw = signer.verifier().raw();
        byte[] encoded = new byte[X509_HEAD.length + raw.length];
        System.arraycopy(X509_HEAD, 0, encoded, 0, X509_HEAD.length);
        System.arraycopy(raw, 0, encoded, X509_HEAD.length, raw.length);
        return Base64.getEncoder().encodeToString(encoded);
    }

    @Override
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }
}
