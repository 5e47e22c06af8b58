package dev.curfew.governance.officer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// An officer's unlocked key: signs until it is closed, or until [#UNLOCKED_FOR] is over. Holds the key in memory
/// only, or the way to the token that has it; prints without it.
public final class OfficerKey implements SigningKey, AutoCloseable {
    /// Long enough to read a request and decide, short enough that a desk left alone signs nothing.
    public static final Duration UNLOCKED_FOR = Duration.ofMinutes(5);

    private final String officer;
    private final String publicKey;
    private final InstantSource clock;
    private final Instant lockedAt;
    private @Nullable HeldKey key;

    OfficerKey(String officer, String publicKey, HeldKey key, InstantSource clock) {
        this.officer = officer;
        this.publicKey = publicKey;
        this.key = key;
        this.clock = clock;
        this.lockedAt = clock.instant().plus(UNLOCKED_FOR);
    }

    public String officer() {
        return officer;
    }

    @Override
    public String requester() {
        return officer;
    }

    /// As in `Officer.publicKey`.
    @Override
    public String publicKey() {
        return publicKey;
    }

    /// Ed25519 over the text's UTF-8 bytes, Base64.
    ///
    /// @throws OfficerKeyException kind LOCKED once it is closed or its time is over, TOKEN_FAILED if its token signs
    ///     no longer
    @Override
    public String sign(String text) {
        HeldKey held = key;
        if (held == null || clock.instant().isAfter(lockedAt)) {
            close();
            throw new OfficerKeyException(OfficerKeyException.Kind.LOCKED, officer);
        }
        return held.sign(text);
    }

    @Override
    public void close() {
        HeldKey held = key;
        key = null;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public String toString() {
        return "key of " + officer;
    }
}
