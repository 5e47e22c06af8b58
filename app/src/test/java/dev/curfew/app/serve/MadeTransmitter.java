package dev.curfew.app.serve;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// Signs Security Event Tokens (ES256) of `https://idp.example` for `curfew`.
final class MadeTransmitter {
    private static final int COORDINATE_BYTES = 32;

    private final KeyPair key;

    MadeTransmitter() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
    }

    /// Its public key, RFC 7517.
    String keys() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"first\",\"x\":\"%s\",\"y\":\"%s\"}]}"
                .formatted(
                        coordinate(open.getW().getAffineX()),
                        coordinate(open.getW().getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] whole = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, whole, COORDINATE_BYTES - length, length);
        return encoded(whole);
    }

    /// A CAEP event that the risk of the subject is high.
    String riskHigh(String id, String audience, Instant at, String subject) throws GeneralSecurityException {
        String claims = "{\"iss\":\"https://idp.example\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"sub_id\":%s,"
                        .formatted(audience, id, at.getEpochSecond(), subject)
                + "\"events\":{\"https://schemas.openid.net/secevent/caep/event-type/risk-level-change\":"
                + "{\"current_level\":\"HIGH\",\"principal\":\"USER\"}}}";
        String signed =
                encoded("{\"alg\":\"ES256\",\"kid\":\"first\",\"typ\":\"secevent+jwt\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, bytes.length));
    }
}
