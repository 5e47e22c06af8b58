package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Texts: equal, like a pattern, truth values, bytes.
final class Texts {
    private Texts() {}

    static ValueTest equal(String policy) {
        return given -> Outcome.of(policy.equals(given));
    }

    static ValueTest equalIgnoringCase(String policy) {
        return given -> Outcome.of(policy.equalsIgnoreCase(given));
    }

    /// @param marked whether only marked wildcards are such
    static ValueTest like(String policy, boolean marked) {
        Glob glob = Glob.of(policy, marked);
        return given -> Outcome.of(glob.matches(given));
    }

    static ValueTest truth(String policy) {
        return isTruth(policy)
                ? given -> isTruth(given) ? Outcome.of(policy.equalsIgnoreCase(given)) : Outcome.INCOMPARABLE
                : ValueTest.NOTHING;
    }

    private static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /// Both in base 64: as texts they can differ and still be the same bytes.
    static ValueTest sameBytes(String policy) {
        byte[] bytes = decode(policy);
        return given -> Outcome.of(policy.equals(given) || (bytes != null && Arrays.equals(bytes, decode(given))));
    }

    private static byte @Nullable [] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
