package dev.curfew.connector.kubernetes.token;

import dev.curfew.connector.kubernetes.json.Doc;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The public keys that a cluster signs its service accounts' tokens with (RFC 7517), as it publishes them.
public final class SigningKeys {
    /// RFC 7518, section 3.1. Kubernetes signs with the first of each.
    private static final Map<String, String> ALGORITHMS = Map.of(
            "RS256", "SHA256withRSA",
            "ES256", "SHA256withECDSAinP1363Format",
            "ES384", "SHA384withECDSAinP1363Format",
            "ES512", "SHA512withECDSAinP1363Format");

    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private final List<Doc> keys;

    /// @param set as the server answers at `openid/v1/jwks`
    public SigningKeys(Doc set) {
        this.keys = set.docs("keys");
    }

    /// Whether the cluster signed the token, at whatever time.
    public boolean signed(Jwt token) {
        String algorithm = ALGORITHMS.getOrDefault(token.header().text("alg"), "");
        String id = token.header().text("kid");
        return !algorithm.isEmpty()
                && keys.stream()
                        .filter(key -> id.isEmpty() || key.text("kid").equals(id))
                        .anyMatch(key -> verifies(key, algorithm, token));
    }

    private static boolean verifies(Doc key, String algorithm, Jwt token) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(publicKey(key));
            signature.update(token.signed().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // a key of another kind, or no signature: not by this key
            return false;
        }
    }

    private static PublicKey publicKey(Doc key) throws GeneralSecurityException {
        if (key.text("kty").equals("RSA")) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec(CURVES.getOrDefault(key.text("crv"), "")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(key, "x"), number(key, "y")),
                        curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(Doc key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.text(field)));
    }
}
