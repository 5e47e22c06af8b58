package dev.curfew.connector.fingerprint;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether two values are the same without keeping either: HMAC-SHA-256 under the workspace's own key, the one
/// that supplied credentials are told by. White space at both ends does not count. Safe for use by many threads.
public final class Fingerprint {
    private static final String KEY = "curfew/fingerprint-key";
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /// Shorter values can be guessed one after another by whoever has the key.
    private static final int BYTES_MIN = 8;

    private final Mac mac;

    public Fingerprint(Secrets secrets) {
        try (Secret key = key(secrets)) {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    HexFormat.of().parseHex(key.use(text -> CharBuffer.wrap(text.clone()))), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// 64 hexadecimal digits; empty for one that is too short.
    public synchronized String of(byte[] value) {
        int start = 0;
        int end = value.length;
        while (start < end && value[start] >= 0 && Character.isWhitespace(value[start])) {
            start++;
        }
        while (end > start && value[end - 1] >= 0 && Character.isWhitespace(value[end - 1])) {
            end--;
        }
        if (end - start < BYTES_MIN) {
            return "";
        }
        mac.update(value, start, end - start);
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /// Of a text, in UTF-8.
    public String of(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        try {
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Secret key(Secrets secrets) {
        return secrets.get(KEY).orElseGet(() -> {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            Secret fresh = Secret.of(HexFormat.of().formatHex(bytes));
            secrets.put(KEY, fresh);
            return fresh;
        });
    }
}
