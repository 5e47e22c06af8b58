package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;

/// ARNs are compared part by part: a wildcard does not cross a colon, but for the last part, which may hold colons.
final class Arns {
    private static final int PARTS = 6;

    /// With the last part left out, it is empty; with more, it is no ARN.
    private static final int PARTS_MIN = 5;

    private Arns() {}

    /// @param marked whether only marked wildcards are such
    static ValueTest like(String policy, boolean marked) {
        String[] parts = policy.split(":", PARTS);
        if (parts.length < PARTS_MIN) {
            return ValueTest.NOTHING;
        }
        Glob[] globs = new Glob[parts.length];
        for (int i = 0; i < globs.length; i++) {
            globs[i] = Glob.of(parts[i], marked);
        }
        return given -> compare(globs, given);
    }

    private static Outcome compare(Glob[] globs, String given) {
        int from = 0;
        int parts = 0;
        boolean alike = true;
        while (from >= 0 && parts < PARTS) {
            int colon = parts == PARTS - 1 ? -1 : given.indexOf(':', from);
            int to = colon < 0 ? given.length() : colon;
            alike = alike && parts < globs.length && globs[parts].matches(given, from, to);
            parts++;
            from = colon < 0 ? -1 : colon + 1;
        }
        return parts < PARTS_MIN ? Outcome.INCOMPARABLE : Outcome.of(alike && parts == globs.length);
    }
}
