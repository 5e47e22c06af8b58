package dev.curfew.governance.officer;

import java.security.SecureRandom;
import java.util.function.Predicate;

/// Ids short enough to say on the telephone: `r-7f3k2`.
public final class ShortIds {
    /// Crockford's base 32: without i, l, o, u, which are misread.
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    /// 32^5, some 33 million, is far more than a workspace has requests.
    private static final int LENGTH = 5;

    /// With a million taken, 16 tries in a row fail once in 10^24.
    private static final int TRIES_MAX = 16;

    private ShortIds() {}

    /// @param prefix what it names: `r` a request, `p` a plan
    /// @throws IllegalStateException if no free one was found
    public static String next(String prefix, SecureRandom random, Predicate<String> taken) {
        for (int i = 0; i < TRIES_MAX; i++) {
            StringBuilder id = new StringBuilder(prefix).append('-');
            random.ints(LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(id::append);
            if (!taken.test(id.toString())) {
                return id.toString();
            }
        }
        throw new IllegalStateException("no free id after " + TRIES_MAX + " tries");
    }
}
