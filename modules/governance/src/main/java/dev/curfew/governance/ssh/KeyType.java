package dev.curfew.governance.ssh;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The kinds of OpenSSH's keys that are taken, by their names (RFC 8709, RFC 5656, RFC 4253). Keys on security tokens
/// (`sk-…`) sign something else than the text alone, and certificates are keys of somebody else's word: neither is.
enum KeyType {
    ED25519("ssh-ed25519") {
        @Override
        PublicKey read(WireReader key) throws GeneralSecurityException {
            byte[] point = key.bytes();
            if (point.length != ED25519_BYTES) {
                throw new IllegalArgumentException("no Ed25519 key");
            }
            byte[] x509 = new WireWriter().raw(ED25519_BEFORE).raw(point).bytes();
            PublicKey read = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            // The JDK looks whether it is a point of the curve only where it begins to verify.
            Signature.getInstance("Ed25519").initVerify(read);
            return read;
        }
    },
    NISTP256("ecdsa-sha2-nistp256") {
        @Override
        PublicKey read(WireReader key) throws GeneralSecurityException {
            if (!key.text().equals("nistp256")) {
                throw new IllegalArgumentException("another curve than it says");
            }
            byte[] point = key.bytes();
            if (point.length != 2 * P256_BYTES + 1 || point[0] != UNCOMPRESSED) {
                throw new IllegalArgumentException("no point of nistp256");
            }
            ECPoint at = new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(point, 1, P256_BYTES + 1)),
                    new BigInteger(1, Arrays.copyOfRange(point, P256_BYTES + 1, point.length)));
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
            requireOn(p256.getCurve(), at);
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, p256));
        }
    },
    RSA("ssh-rsa") {
        @Override
        PublicKey read(WireReader key) throws GeneralSecurityException {
            BigInteger exponent = key.positive();
            BigInteger modulus = key.positive();
            if (modulus.bitLength() < RSA_BITS_MIN || modulus.bitLength() > RSA_BITS_MAX) {
                throw new IllegalArgumentException("an RSA key of " + modulus.bitLength() + " bits");
            }
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        }
    };

    static final int P256_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final int ED25519_BYTES = 32;
    /// What stands before an Ed25519 key in X.509 (RFC 8410, section 4).
    private static final byte[] ED25519_BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

    /// Shorter ones are factored; much longer ones only cost time (OpenSSH makes up to 16384).
    private static final int RSA_BITS_MIN = 2048;

    private static final int RSA_BITS_MAX = 16_384;

    private final String word;

    KeyType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<KeyType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /// @param key after its type
    /// @throws IllegalArgumentException if it is no such key
    /// @throws GeneralSecurityException as above
    abstract PublicKey read(WireReader key) throws GeneralSecurityException;

    /// A point that is on another curve verifies what its maker wants (SEC 1, section 3.2.2.1).
    private static void requireOn(EllipticCurve curve, ECPoint at) {
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = at.getAffineX();
        BigInteger y = at.getAffineY();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        boolean small = x.compareTo(prime) < 0 && y.compareTo(prime) < 0;
        if (!small || y.pow(2).subtract(right).mod(prime).signum() != 0) {
            throw new IllegalArgumentException("a point beside the curve");
        }
    }
}
