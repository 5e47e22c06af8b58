package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// Seals bytes under a passphrase, so that guessing it is slow (Argon2id) and changing a bit is found (AES-GCM).
public interface Passphrases {

    /// Text, safe to write to a file.
    String seal(byte[] clear, Secret passphrase);

    /// Empty if the passphrase is wrong or the text was changed.
    Optional<byte[]> open(String sealed, Secret passphrase);
}
