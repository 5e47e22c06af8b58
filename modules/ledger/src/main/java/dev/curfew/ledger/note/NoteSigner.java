package dev.curfew.ledger.note;

import dev.curfew.model.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// An Ed25519 key that signs notes under a name. The private key stays inside.
public final class NoteSigner {
    private final PrivateKey key;
    private final NoteVerifier verifier;

    private NoteSigner(PrivateKey key, NoteVerifier verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /// A new key as bytes to be kept secret: PKCS #8 and public key, for [#of].
    public static byte[] newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] open = Ed25519Keys.raw(pair.getPublic());
            byte[] both = Arrays.copyOf(secret, secret.length + open.length);
            System.arraycopy(open, 0, both, secret.length, open.length);
            Arrays.fill(secret, (byte) 0);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /// @param name without white space or `+` (C2SP signed-note)
    /// @throws IllegalArgumentException if the bytes are not from [#newKey]
    public static NoteSigner of(String name, byte[] keyBytes) {
        try {
            int split = keyBytes.length - Ed25519Keys.PUBLIC_BYTES;
            byte[] secret = Arrays.copyOf(keyBytes, Math.max(split, 0));
            byte[] open = Arrays.copyOfRange(keyBytes, Math.max(split, 0), keyBytes.length);
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
            NoteSigner signer = new NoteSigner(key, NoteVerifier.of(name, open));
            signer.checkPair();
            return signer;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }

    private void checkPair() {
        byte[] sample = Sha256.of(verifier.name().getBytes(StandardCharsets.UTF_8));
        if (!verifier.accepts(sample, sign(sample))) {
            throw new IllegalArgumentException("the public key is not the private key's");
        }
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /// The raw 64-byte Ed25519 signature.
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any message", e);
        }
    }
}
