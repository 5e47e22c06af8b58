package dev.curfew.analysis.aws.condition.value;

import java.util.Locale;

/// A pattern with `*` (any text) and `?` (any one character), compiled once.
public final class Glob {
    /// Stand for the wildcards inside a marked pattern, so that a filled-in `*` can be the character itself. Unicode
    /// keeps both for such use: they are no characters, and [#isClean] says so of a text.
    public static final char STAR = '\uFFFF';

    public static final char ANY = '\uFFFE';

    /// What is left to look at once a text begins as the pattern does.
    private enum Rest {
        /// There is no wildcard.
        NONE,
        /// The one wildcard is a star at the end.
        ANYTHING,
        /// The one wildcard is a star.
        END,
        MORE
    }

    private final Rest rest;
    private final int lengthMin;
    private final String start;
    private final String end;
    private final String pattern;
    private final char star;
    private final char any;

    private Glob(String pattern, char star, char any) {
        this.pattern = pattern;
        this.star = star;
        this.any = any;
        int stars = 0;
        int anys = 0;
        int first = pattern.length();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == star || c == any) {
                first = Math.min(first, i);
                stars += c == star ? 1 : 0;
                anys += c == any ? 1 : 0;
            }
        }
        boolean simple = anys == 0 && stars <= 1;
        this.lengthMin = pattern.length() - stars;
        this.start = first == pattern.length() ? pattern : pattern.substring(0, first);
        this.end = simple && stars == 1 ? pattern.substring(first + 1) : "";
        this.rest = !simple ? Rest.MORE : stars == 0 ? Rest.NONE : end.isEmpty() ? Rest.ANYTHING : Rest.END;
    }

    public static Glob of(String text) {
        return new Glob(text, '*', '?');
    }

    /// @param marked whether only marked wildcards are such
    public static Glob of(String pattern, boolean marked) {
        return marked ? ofMarked(pattern) : of(pattern);
    }

    /// For texts compared without regard to case: give `matches` a text in lower case.
    public static Glob ofLowerCase(String text) {
        return of(text.toLowerCase(Locale.ROOT));
    }

    /// @param pattern with its wildcards marked
    public static Glob ofMarked(String pattern) {
        return new Glob(pattern, STAR, ANY);
    }

    /// The text with its wildcards marked.
    public static String wildcards(String text) {
        return text.replace('*', STAR).replace('?', ANY);
    }

    /// Whether a text holds nothing that a marked pattern would take for a wildcard.
    public static boolean isClean(String text) {
        return text.indexOf(STAR) < 0 && text.indexOf(ANY) < 0;
    }

    /// How much of a marked pattern stands before its first wildcard.
    public static int literalLength(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == STAR || pattern.charAt(i) == ANY) {
                return i;
            }
        }
        return pattern.length();
    }

    /// What every text that it matches begins with.
    public String start() {
        return start;
    }

    /// The pattern as it was given.
    public String pattern() {
        return pattern;
    }

    /// Whether only marked wildcards are such.
    public boolean isMarked() {
        return star == STAR;
    }

    public boolean isLiteral() {
        return rest == Rest.NONE;
    }

    public boolean matches(String text) {
        return rest == Rest.NONE ? pattern.equals(text) : matches(text, 0, text.length());
    }

    /// As [PartWildcards] says of wildcards in an ARN.
    public boolean matchesInParts(String text) {
        return matches(text) && PartWildcards.match(this, text);
    }

    /// Whether a part of the text matches. Most patterns are a text, or a text with one star: those need no search.
    public boolean matches(String text, int from, int to) {
        if (to - from < lengthMin || !text.startsWith(start, from)) {
            return false;
        }
        return switch (rest) {
            case NONE -> to - from == lengthMin;
            case ANYTHING -> true;
            case END -> text.startsWith(end, to - end.length());
            case MORE -> wild(text, from + start.length(), to);
        };
    }

    /// Two pointers and one way back: linear but for patterns with many stars.
    private boolean wild(String text, int from, int to) {
        int p = start.length();
        int t = from;
        int back = -1;
        int resume = 0;
        while (t < to) {
            char c = p < pattern.length() ? pattern.charAt(p) : star;
            if (p < pattern.length() && c == star) {
                back = p++;
                resume = t;
            } else if (p < pattern.length() && (c == any || c == text.charAt(t))) {
                p++;
                t++;
            } else if (back >= 0) {
                p = back + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == star) {
            p++;
        }
        return p == pattern.length();
    }
}
