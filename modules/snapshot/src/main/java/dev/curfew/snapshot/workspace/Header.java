package dev.curfew.snapshot.workspace;

import dev.curfew.snapshot.crypto.Argon2Cost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be known of a workspace without its key. All of it is authenticated by the seal of the keys.
///
/// @param id random; names the workspace in exports, in the ledger and in the keychain
/// @param passphrase how the wrapping key comes from the passphrase; null: it is in the keychain
/// @param check tells a wrong key from a changed header, Base64
/// @param sealedKeys the workspace's keys under the wrapping key, Base64
record Header(
        int version,
        String id,
        Instant createdAt,
        boolean readOnly,
        @Nullable PassphraseKey passphrase,
        String check,
        String sealedKeys) {

    /// What this program writes, and the newest it reads.
    static final int VERSION = 1;

    /// @param salt Base64
    record PassphraseKey(Argon2Cost cost, String salt) {}

    Protection protection() {
        return passphrase == null ? Protection.KEYCHAIN : Protection.PASSPHRASE;
    }

    /// Of guessing a passphrase.
    Argon2Cost cost() {
        return passphrase == null ? Argon2Cost.STANDARD : passphrase.cost();
    }

    /// What the seal authenticates: everything but the seal.
    Header unsealed() {
        return new Header(version, id, createdAt, readOnly, passphrase, check, "");
    }

    Header sealed(String keys) {
        return new Header(version, id, createdAt, readOnly, passphrase, check, keys);
    }
}
