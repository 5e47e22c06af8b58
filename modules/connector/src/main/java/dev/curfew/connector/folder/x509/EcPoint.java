package dev.curfew.connector.folder.x509;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/// The public point of an elliptic curve key that does not hold it, as Java writes them: the base point, as many times
/// as the private number says (SEC 1, 3.2.1). In no constant time: whoever could measure it can read the file.
final class EcPoint {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final BigInteger prime;
    private final BigInteger a;

    private EcPoint(BigInteger prime, BigInteger a) {
        this.prime = prime;
        this.a = a;
    }

    /// The public key in its encoding; empty for what is no such key, or on a curve that this platform does not know.
    ///
    /// @param pkcs8 not encrypted
    static Optional<byte[]> of(byte[] pkcs8) {
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            if (keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof ECPrivateKey key
                    && key.getParams().getCurve().getField() instanceof ECFieldFp field) {
                ECParameterSpec curve = key.getParams();
                EcPoint on = new EcPoint(field.getP(), curve.getCurve().getA());
                ECPoint point = on.times(curve.getGenerator(), key.getS());
                return Optional.of(
                        keys.generatePublic(new ECPublicKeySpec(point, curve)).getEncoded());
            }
            return Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private ECPoint times(ECPoint point, BigInteger number) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = twice(sum);
            if (number.testBit(bit)) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }

    private ECPoint plus(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        if (one.equals(other)) {
            return twice(one);
        }
        if (one.getAffineX().equals(other.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger slope = other.getAffineY()
                .subtract(one.getAffineY())
                .multiply(other.getAffineX().subtract(one.getAffineX()).modInverse(prime));
        return along(slope, one, other);
    }

    private ECPoint twice(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY) || point.getAffineY().signum() == 0) {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger slope = THREE.multiply(point.getAffineX().pow(2))
                .add(a)
                .multiply(TWO.multiply(point.getAffineY()).modInverse(prime));
        return along(slope, point, point);
    }

    private ECPoint along(BigInteger slope, ECPoint one, ECPoint other) {
        BigInteger x = slope.pow(2)
                .subtract(one.getAffineX())
                .subtract(other.getAffineX())
                .mod(prime);
        BigInteger y = slope.multiply(one.getAffineX().subtract(x))
                .subtract(one.getAffineY())
                .mod(prime);
        return new ECPoint(x, y);
    }
}
