package dev.curfew.revocation.trial;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a value supplied today is the one supplied before, without keeping it: HMAC-SHA-256 under a key of the
/// workspace's own. Without that key nobody can try guesses against it.
public final class Fingerprints {
    private static final String KEY = "curfew/fingerprint-key";
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Secrets secrets;
    private final SecureRandom random;

    public Fingerprints(Secrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    /// 64 hexadecimal digits.
    String of(Secret value) {
        try (Secret key = key()) {
            Mac mac = mac(key);
            ByteBuffer bytes = value.use(text -> StandardCharsets.UTF_8.encode(CharBuffer.wrap(text)));
            mac.update(bytes.duplicate());
            wipe(bytes);
            return HexFormat.of().formatHex(mac.doFinal());
        }
    }

    private static void wipe(ByteBuffer bytes) {
        bytes.clear();
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
    }

    /// One at a time: of two keys made at once one would be lost, and with it what was told by it.
    private synchronized Secret key() {
        return secrets.get(KEY).orElseGet(() -> {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            Secret fresh = Secret.of(HexFormat.of().formatHex(bytes));
            secrets.put(KEY, fresh);
            return fresh;
        });
    }

    private static Mac mac(Secret key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    HexFormat.of().parseHex(key.use(text -> CharBuffer.wrap(text.clone()))), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
