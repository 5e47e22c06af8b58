package dev.curfew.analysis.escalation.aws.way;

import java.util.Optional;

/// What two patterns of ARNs with `*` have in common.
final class GlobMeeting {
    private static final char STAR = '*';

    /// So many parts of an ARN end with a colon. A wildcard among them stands for one part: a region is a region.
    private static final int PARTS = 5;

    private final String one;
    private final String other;
    private final int onesParts;
    private final int othersParts;
    private final boolean[][] failed;

    private GlobMeeting(String one, String other) {
        this.one = one;
        this.other = other;
        this.onesParts = partsEnd(one);
        this.othersParts = partsEnd(other);
        this.failed = new boolean[one.length() + 1][other.length() + 1];
    }

    /// Of a pattern with fewer parts the wildcards stand for any.
    private static int partsEnd(String pattern) {
        int end = -1;
        for (int part = 0; part < PARTS; part++) {
            end = pattern.indexOf(':', end + 1);
            if (end < 0) {
                return 0;
            }
        }
        return end;
    }

    /// A pattern whose matches both match; not all of them, but some wherever there are any.
    static Optional<String> of(String one, String other) {
        StringBuilder met = new StringBuilder();
        return new GlobMeeting(one, other).meet(0, 0, met)
                ? Optional.of(met.reverse().toString())
                : Optional.empty();
    }

    /// Builds from the end, when it is known that the rest meets.
    private boolean meet(int i, int j, StringBuilder met) {
        if (failed[i][j]) {
            return false;
        }
        boolean starOne = i < one.length() && one.charAt(i) == STAR;
        boolean starOther = j < other.length() && other.charAt(j) == STAR;
        boolean found;
        if (i == one.length() && j == other.length()) {
            found = true;
        } else if (starOne && starOther) {
            // either wildcard may go on where the other ends
            found = then(i, j + 1, STAR, met) || then(i + 1, j, STAR, met);
        } else if (starOne) {
            found = meet(i + 1, j, met) || (takes(i < onesParts, other, j) && then(i, j + 1, other.charAt(j), met));
        } else if (starOther) {
            found = meet(i, j + 1, met) || (takes(j < othersParts, one, i) && then(i + 1, j, one.charAt(i), met));
        } else {
            found = i < one.length()
                    && j < other.length()
                    && one.charAt(i) == other.charAt(j)
                    && then(i + 1, j + 1, one.charAt(i), met);
        }
        failed[i][j] = !found;
        return found;
    }

    /// Whether a wildcard may stand for the next character.
    private static boolean takes(boolean inPart, String text, int next) {
        return next < text.length() && !(inPart && text.charAt(next) == ':');
    }

    private boolean then(int i, int j, char met, StringBuilder text) {
        boolean found = meet(i, j, text);
        if (found) {
            text.append(met);
        }
        return found;
    }
}
