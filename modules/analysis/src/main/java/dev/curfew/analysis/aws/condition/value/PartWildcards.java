package dev.curfew.analysis.aws.condition.value;

/// Wildcards that stay within a part of an ARN. "If you use the * wildcard as the last character of a resource ARN
/// segment, it can expand to match beyond the colon boundaries"; another star, and a question mark, cannot. What stands
/// behind the fifth colon is one part, whatever colons it has.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
public final class PartWildcards {
    private static final String ARN = "arn:";
    private static final int COLONS = 5;

    private final String pattern;
    private final char star;
    private final char any;
    private final int partsEnd;

    private PartWildcards(Glob glob) {
        this.pattern = glob.pattern();
        this.star = glob.isMarked() ? Glob.STAR : '*';
        this.any = glob.isMarked() ? Glob.ANY : '?';
        this.partsEnd = partsEnd(pattern);
    }

    /// Where the parts end whose wildcards stay in them.
    private static int partsEnd(String pattern) {
        int end = -1;
        for (int i = 0; i < COLONS; i++) {
            end = pattern.indexOf(':', end + 1);
            if (end < 0) {
                return pattern.length();
            }
        }
        return end;
    }

    /// Whether a pattern has such wildcards.
    public static boolean areIn(Glob glob) {
        PartWildcards wildcards = new PartWildcards(glob);
        return glob.pattern().startsWith(ARN) && wildcards.isAnyKept();
    }

    /// Whether a text that the pattern matches is matched with those wildcards kept in their parts, too.
    static boolean match(Glob glob, String text) {
        return new PartWildcards(glob).matches(text);
    }

    private boolean isAnyKept() {
        for (int i = 0; i < partsEnd; i++) {
            if (isKept(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKept(int at) {
        char c = pattern.charAt(at);
        return at < partsEnd && (c == any || (c == star && !isLastOfPart(at)));
    }

    private boolean isLastOfPart(int at) {
        return at + 1 == pattern.length() || pattern.charAt(at + 1) == ':';
    }

    /// All places of the pattern that the text can have come to are followed at once: no pattern takes long.
    private boolean matches(String text) {
        boolean[] at = new boolean[pattern.length() + 1];
        at[0] = true;
        for (int i = 0; i < text.length(); i++) {
            at = next(at, text.charAt(i));
        }
        passStars(at);
        return at[pattern.length()];
    }

    private boolean[] next(boolean[] at, char c) {
        boolean[] next = new boolean[at.length];
        passStars(at);
        for (int i = 0; i < pattern.length(); i++) {
            if (at[i] && takes(i, c)) {
                next[pattern.charAt(i) == star ? i : i + 1] = true;
            }
        }
        return next;
    }

    /// A star may stand for nothing.
    private void passStars(boolean[] at) {
        for (int i = 0; i < pattern.length(); i++) {
            at[i + 1] |= at[i] && pattern.charAt(i) == star;
        }
    }

    private boolean takes(int at, char c) {
        char wanted = pattern.charAt(at);
        return (wanted == star || wanted == any) ? c != ':' || !isKept(at) : wanted == c;
    }
}
