package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A rotation, and when the source last saw its old credential used.
public record Look(Rotation rotation, LastUse lastUse) {

    public Usage usage() {
        return lastUse.usage();
    }

    /// What is not told of the time since, in words.
    public List<String> gaps() {
        return lastUse.gaps();
    }

    /// From when on it must not have been used.
    public Instant handedAt() {
        return rotation.unusedFrom();
    }

    /// @param quiet for how long it must not have been used
    public Quiet quiet(Duration quiet, Instant now) {
        return lastUse.quiet(handedAt(), quiet, now);
    }
}
