package dev.curfew.snapshot.crypto;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Passphrases;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text of the form `curfew-sealed:1:<KiB>:<passes>:<lanes>:<salt>:<nonce and ciphertext>`, Base64url without padding.
/// Everything before the last colon is authenticated with the ciphertext.
public final class SealedByPassphrase implements Passphrases {
    private static final String FORMAT = "curfew-sealed:1";
    private static final Pattern SHAPE =
            Pattern.compile("(" + FORMAT + ":(\\d{1,7}):(\\d{1,2}):(\\d{1,2}):([\\w-]+)):([\\w-]+)");

    private final Argon2Cost cost;

    public SealedByPassphrase() {
        this(Argon2Cost.STANDARD);
    }

    /// @param cost for sealing; what opens a text stands in the text
    public SealedByPassphrase(Argon2Cost cost) {
        this.cost = cost;
    }

    @Override
    public String seal(byte[] clear, Secret passphrase) {
        byte[] salt = AesGcm.randomBytes(Argon2Cost.SALT_BYTES);
        String head = String.join(
                ":",
                FORMAT,
                Integer.toString(cost.memoryKib()),
                Integer.toString(cost.passes()),
                Integer.toString(cost.lanes()),
                base64(salt));
        byte[] key = cost.derive(passphrase, salt);
        try {
            return head + ":" + base64(AesGcm.seal(key, clear, head.getBytes(StandardCharsets.US_ASCII)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public Optional<byte[]> open(String sealed, Secret passphrase) {
        Matcher parts = SHAPE.matcher(sealed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Cost asked = new Argon2Cost(number(parts, 2), number(parts, 3), number(parts, 4));
            return open(parts, asked.derive(passphrase, bytes(parts.group(5))));
        } catch (IllegalArgumentException _) {
            // Not Base64, or a cost we would not have written: the text was changed.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> open(Matcher parts, byte[] key) {
        try {
            return AesGcm.open(key, bytes(parts.group(6)), parts.group(1).getBytes(StandardCharsets.US_ASCII));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
