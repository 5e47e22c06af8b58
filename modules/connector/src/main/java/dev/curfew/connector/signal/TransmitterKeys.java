package dev.curfew.connector.signal;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/// A transmitter's public keys, as they are kept.
public final class TransmitterKeys {
    private TransmitterKeys() {}

    /// The public halves of what was given, as text: a private key has no place in the ledger.
    ///
    /// @throws IllegalArgumentException if it is no JSON Web Key Set with a public key
    public static String publicText(String text) {
        JWKSet keys = read(text).toPublicJWKSet();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no public key");
        }
        return keys.toString(true);
    }

    /// @throws IllegalArgumentException if it is no JSON Web Key Set
    static JWKSet read(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException _) {
            // its words can quote what was read
            throw new IllegalArgumentException("no JSON Web Key Set");
        }
    }
}
