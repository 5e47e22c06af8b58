package dev.curfew.connector.kubernetes.fact;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.model.port.Secrets;
import java.util.Arrays;
import java.util.Base64;

/// The keyed fingerprint of a value as a Secret has it, in Base64.
public final class SecretFingerprint implements Shape.Leaf {
    private final Fingerprint fingerprint;

    public SecretFingerprint(Secrets secrets) {
        fingerprint = new Fingerprint(secrets);
    }

    /// 64 hexadecimal digits; empty for one that is too short, or no Base64.
    @Override
    public String of(char[] text, int offset, int length) {
        byte[] encoded = new byte[length];
        for (int i = 0; i < length; i++) {
            encoded[i] = (byte) text[offset + i];
        }
        byte[] value = {};
        try {
            value = Base64.getDecoder().decode(encoded);
            return fingerprint.of(value);
        } catch (IllegalArgumentException _) {
            return "";
        } finally {
            Arrays.fill(value, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
