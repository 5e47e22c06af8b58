package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Arrays;

/// ARNs are compared part by part: a wildcard does not cross a colon, but for the last part, which may hold colons.
final class Arns {
    private static final int PARTS = 6;

    private Arns() {}

    /// @param policy with its wildcards marked
    static ValueTest like(String policy) {
        String[] parts = policy.split(":", PARTS);
        if (parts.length != PARTS) {
            return ValueTest.NOTHING;
        }
        Glob[] globs = Arrays.stream(parts).map(Glob::ofMarked).toArray(Glob[]::new);
        return given -> compare(globs, given.split(":", PARTS));
    }

    private static Outcome compare(Glob[] globs, String[] parts) {
        if (parts.length != PARTS) {
            return Outcome.INCOMPARABLE;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!globs[i].matches(parts[i])) {
                return Outcome.DIFFERS;
            }
        }
        return Outcome.HOLDS;
    }
}
