package dev.curfew.connector.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Ties the code that comes back to whoever asked for it (RFC 7636, S256): who reads it on its way cannot use it.
///
/// @param verifier kept here until the code is exchanged
record Pkce(String verifier) {
    private static final int BYTES = 32;

    static Pkce fresh(SecureRandom random) {
        return new Pkce(random(random));
    }

    /// 43 characters that nobody guesses, fit for an address.
    static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    String challenge() {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it (MessageDigest)", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Without the verifier.
    @Override
    public String toString() {
        return "Pkce[" + challenge() + "]";
    }
}
