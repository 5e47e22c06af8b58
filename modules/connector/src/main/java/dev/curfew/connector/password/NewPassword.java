package dev.curfew.connector.password;

import dev.curfew.model.connection.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/// A password that nobody has had before: 192 random bits, in letters, digits, `-` and `_`.
public final class NewPassword {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPassword() {}

    public static Secret make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
