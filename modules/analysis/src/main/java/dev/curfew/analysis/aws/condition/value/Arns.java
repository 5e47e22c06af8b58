package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Arrays;

/// ARNs are compared part by part: a wildcard does not cross a colon, but for the last part, which may hold colons.
final class Arns {
    private static final int PARTS = 6;

    /// With the last part left out, it is empty; with more, it is no ARN.
    private static final int PARTS_MIN = 5;

    private Arns() {}

    /// @param policy with its wildcards marked
    static ValueTest like(String policy) {
        String[] parts = policy.split(":", PARTS);
        if (parts.length < PARTS_MIN) {
            return ValueTest.NOTHING;
        }
        Glob[] globs = Arrays.stream(parts).map(Glob::ofMarked).toArray(Glob[]::new);
        return given -> compare(globs, given.split(":", PARTS));
    }

    private static Outcome compare(Glob[] globs, String[] parts) {
        if (parts.length < PARTS_MIN) {
            return Outcome.INCOMPARABLE;
        }
        for (int i = 0; i < Math.min(globs.length, parts.length); i++) {
            if (!globs[i].matches(parts[i])) {
                return Outcome.DIFFERS;
            }
        }
        return Outcome.of(globs.length == parts.length);
    }
}
