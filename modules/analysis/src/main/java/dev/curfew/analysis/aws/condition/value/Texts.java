package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Texts: equal, like a pattern, truth values, bytes.
final class Texts {
    private Texts() {}

    static ValueTest equal(String policy) {
        return given -> Outcome.of(policy.equals(given));
    }

    static ValueTest equalIgnoringCase(String policy) {
        return given -> Outcome.of(policy.equalsIgnoreCase(given));
    }

    static ValueTest like(String policy) {
        Glob glob = Glob.ofMarked(policy);
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
        Optional<byte[]> bytes = decode(policy);
        return given -> Outcome.of(policy.equals(given)
                || (bytes.isPresent()
                        && decode(given)
                                .filter(it -> Arrays.equals(it, bytes.get()))
                                .isPresent()));
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
