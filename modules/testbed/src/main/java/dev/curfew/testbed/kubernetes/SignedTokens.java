package dev.curfew.testbed.kubernetes;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Signs tokens of service accounts as the server does, so that nobody has to wait for one to end.
final class SignedTokens {
    private final Path key;

    SignedTokens(Path key) {
        this.key = key;
    }

    /// @param token that the server made
    /// @return the same with another `exp`
    String ending(String token, Instant exp) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = claims.replaceFirst("\"exp\":\\d+", "\"exp\":" + exp.getEpochSecond());
        String signed = parts[0] + "." + encoded(changed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | IOException e) {
            throw new TestbedException(key.toString(), e);
        }
    }

    private PrivateKey key() throws GeneralSecurityException, IOException {
        String body = Files.readString(key).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
