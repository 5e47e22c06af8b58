package dev.curfew.model.governance;

import java.time.Instant;
import java.util.regex.Pattern;

/// A person who requests or decides, with a key of their own.
///
/// @param name short, unique, as commands take it
/// @param publicKey Ed25519 public key, X.509 SubjectPublicKeyInfo in Base64
public record Officer(String name, String displayName, String publicKey, Instant addedAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Officer {
        if (!isName(name)) {
            throw new IllegalArgumentException("not an officer's name: '" + name + "'");
        }
    }

    /// Whether the text may be an officer's name; such a name is also safe as a file's.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
