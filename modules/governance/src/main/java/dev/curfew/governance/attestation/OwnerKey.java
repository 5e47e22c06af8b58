package dev.curfew.governance.attestation;

import dev.curfew.governance.ssh.SshKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an officer vouches for an owner's SSH key.
///
/// @param owner as tags name them
/// @param by the officer's name
/// @param revokedAt null while it is good
public record OwnerKey(
        String owner,
        SshKey key,
        String by,
        Instant at,
        @Nullable Instant revokedAt) {
    public boolean isGood() {
        return revokedAt == null;
    }

    OwnerKey revoked(Instant when) {
        return new OwnerKey(owner, key, by, at, when);
    }
}
