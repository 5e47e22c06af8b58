package dev.curfew.analysis.aws.condition.value;

import java.util.Locale;

/// A pattern with `*` (any text) and `?` (any one character), compiled once.
public final class Glob {
    /// Stand for the wildcards inside a marked pattern, so that a filled-in `*` can be the character itself. Unicode
    /// keeps both for such use: they are no characters, and no text holds them.
    public static final char STAR = '\uFFFF';

    public static final char ANY = '\uFFFE';

    private final String pattern;
    private final int literalStart;

    private Glob(String pattern) {
        this.pattern = pattern;
        this.literalStart = literalLength(pattern);
    }

    public static Glob of(String text) {
        return new Glob(wildcards(text));
    }

    /// For texts compared without regard to case: give `matches` a text in lower case.
    public static Glob ofLowerCase(String text) {
        return of(text.toLowerCase(Locale.ROOT));
    }

    /// @param pattern with its wildcards marked
    public static Glob ofMarked(String pattern) {
        return new Glob(pattern);
    }

    /// The text with its wildcards marked.
    public static String wildcards(String text) {
        return text.replace('*', STAR).replace('?', ANY);
    }

    /// How much of a marked pattern stands before its first wildcard.
    public static int literalLength(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (isWildcard(pattern.charAt(i))) {
                return i;
            }
        }
        return pattern.length();
    }

    private static boolean isWildcard(char c) {
        return c == STAR || c == ANY;
    }

    /// Most patterns are a text, or a text with one star at its end: those need no search.
    public boolean matches(String text) {
        if (literalStart == pattern.length()) {
            return pattern.equals(text);
        }
        if (!text.regionMatches(0, pattern, 0, literalStart)) {
            return false;
        }
        boolean prefix = literalStart == pattern.length() - 1 && pattern.charAt(literalStart) == STAR;
        return prefix || wild(text);
    }

    /// Two pointers and one way back: linear but for patterns with many stars.
    private boolean wild(String text) {
        int p = literalStart;
        int t = literalStart;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (p < pattern.length() && c == STAR) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (c == ANY || c == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == STAR) {
            p++;
        }
        return p == pattern.length();
    }
}
