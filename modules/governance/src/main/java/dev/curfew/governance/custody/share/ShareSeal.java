package dev.curfew.governance.custody.share;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/// Seals a share to one holder: DHKEM(X25519, HKDF-SHA256) of RFC 9180, section 4.1, which the JDK has since 21, then
/// AES-256-GCM. So whoever seals anew needs nobody's passphrase.
public final class ShareSeal {
    private static final String ALGORITHM = "X25519";
    private static final int KEY_BYTES = 32;

    private ShareSeal() {}

    public static KeyPair newPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.X25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 11 has X25519", e);
        }
    }

    /// @return the encapsulated key, then what it seals
    /// @throws InvalidKeySpecException if the public key is none
    public static byte[] seal(Share share, String publicKey, byte[] bound, SecureRandom random)
            throws InvalidKeySpecException {
        try {
            KEM.Encapsulated sent = KEM.getInstance("DHKEM")
                    .newEncapsulator(publicKey(publicKey), random)
                    .encapsulate(0, KEY_BYTES, "AES");
            byte[] sealed = Aead.seal(sent.key(), share.bytes(), bound, random);
            byte[] whole = Arrays.copyOf(sent.encapsulation(), sent.encapsulation().length + sealed.length);
            System.arraycopy(sealed, 0, whole, sent.encapsulation().length, sealed.length);
            return whole;
        } catch (InvalidKeyException e) {
            throw new InvalidKeySpecException("no X25519 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 21 has DHKEM", e);
        }
    }

    /// Empty if it is sealed to somebody else, or was changed.
    public static Optional<Share> open(byte[] whole, int number, PrivateKey key, byte[] bound) {
        try {
            KEM.Decapsulator kem = KEM.getInstance("DHKEM").newDecapsulator(key);
            if (whole.length <= kem.encapsulationSize()) {
                return Optional.empty();
            }
            SecretKey shared = kem.decapsulate(Arrays.copyOf(whole, kem.encapsulationSize()), 0, KEY_BYTES, "AES");
            byte[] sealed = Arrays.copyOfRange(whole, kem.encapsulationSize(), whole.length);
            return Aead.open(shared, sealed, bound).map(bytes -> new Share(number, bytes));
        } catch (DecapsulateException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 21 has DHKEM", e);
        }
    }

    public static String publicText(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static PublicKey publicKey(String text) throws InvalidKeySpecException {
        try {
            return factory()
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("no Base64", e);
        }
    }

    /// @throws InvalidKeySpecException if the bytes are no such key
    public static PrivateKey privateKey(byte[] pkcs8) throws InvalidKeySpecException {
        return factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 11 has X25519", e);
        }
    }
}
