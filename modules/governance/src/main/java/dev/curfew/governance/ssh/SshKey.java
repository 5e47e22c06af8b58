package dev.curfew.governance.ssh;

import dev.curfew.model.text.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/// An OpenSSH public key that can be verified with.
///
/// @param type as OpenSSH names it: `ssh-ed25519`
/// @param blob the key as SSH lays it out, in Base64
public record SshKey(String type, String blob) {
    private static final int PARTS_MIN = 2;

    /// @throws IllegalArgumentException if it is no key of a kind that is taken
    public SshKey {
        read(type, blob);
    }

    /// What stands in a `.pub` file: the type, the key, and a comment, which is left out.
    ///
    /// @return empty if it is no key, or of no kind that is taken
    public static Optional<SshKey> parse(String line) {
        String[] parts = line.strip().split("\\s+", PARTS_MIN + 1);
        try {
            return parts.length < PARTS_MIN ? Optional.empty() : Optional.of(new SshKey(parts[0], parts[1]));
        } catch (IllegalArgumentException e) {
            // Whatever else it is: somebody else's list, a private key, a key of another kind.
            return Optional.empty();
        }
    }

    static SshKey of(byte[] blob) {
        return new SshKey(new WireReader(blob).text(), Base64.getEncoder().encodeToString(blob));
    }

    /// As [#parse] takes it.
    public String line() {
        return type + " " + blob;
    }

    /// As `ssh-keygen -l` shows it.
    public String fingerprint() {
        return "SHA256:"
                + Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(Base64.getDecoder().decode(blob)));
    }

    KeyType kind() {
        return KeyType.of(type).orElseThrow();
    }

    PublicKey publicKey() {
        return read(type, blob);
    }

    private static PublicKey read(String type, String blob) {
        KeyType kind = KeyType.of(type).orElseThrow(() -> new IllegalArgumentException("no kind of key: " + type));
        byte[] bytes = Base64.getDecoder().decode(blob);
        if (!Base64.getEncoder().encodeToString(bytes).equals(blob)) {
            throw new IllegalArgumentException("Base64 in another way than it is written");
        }
        WireReader key = new WireReader(bytes);
        if (!key.text().equals(type)) {
            throw new IllegalArgumentException("another kind of key than it says");
        }
        try {
            PublicKey read = kind.read(key);
            key.end();
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key", e);
        }
    }
}
