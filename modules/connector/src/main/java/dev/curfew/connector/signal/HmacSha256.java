package dev.curfew.connector.signal;

import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 under a secret that both sides have.
public final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";

    private HmacSha256() {}

    /// Over the parts one after another, as 64 hexadecimal digits.
    public static String hex(Secret secret, byte[]... parts) {
        byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Takes as long whatever differs, so that nobody finds a signature digit by digit.
    static boolean isOne(String claimed, Secret secret, byte[]... parts) {
        return MessageDigest.isEqual(
                hex(secret, parts).getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.UTF_8));
    }
}
