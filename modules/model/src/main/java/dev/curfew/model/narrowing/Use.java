package dev.curfew.model.narrowing;

import java.time.Instant;
import java.util.Set;

/// What holders of a policy asked for, as often as they asked the same.
///
/// @param with the policies, by name, that whoever asked held then; for a source where that is not told, empty
/// @param operation as the source calls it: `read`, `s3:GetObject`
/// @param target what it was asked of: a path, an ARN; empty where the record does not tell
/// @param last when it was asked for the last time
public record Use(Set<String> with, String operation, String target, long times, Instant last) {
    public Use {
        with = Set.copyOf(with);
        if (times < 1) {
            throw new IllegalArgumentException("a use was made once at least: " + times);
        }
    }
}
