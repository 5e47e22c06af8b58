package dev.curfew.analysis.aws.condition;

import java.util.Locale;

/// A pattern with `*` (any text) and `?` (any one character), compiled once.
public final class Glob {
    /// Stand for the wildcards inside a compiled pattern, so that a filled-in `*` can be the character itself.
    static final char STAR = '\uE000';

    static final char ANY = '\uE001';

    private final String pattern;
    private final boolean literal;
    private final boolean everything;

    private Glob(String pattern) {
        this.pattern = pattern;
        this.literal = pattern.indexOf(STAR) < 0 && pattern.indexOf(ANY) < 0;
        this.everything = pattern.length() == 1 && pattern.charAt(0) == STAR;
    }

    public static Glob of(String text) {
        return new Glob(wildcards(text));
    }

    /// For texts compared without regard to case: give `matches` a text in lower case.
    public static Glob ofLowerCase(String text) {
        return of(text.toLowerCase(Locale.ROOT));
    }

    static Glob ofCompiled(String pattern) {
        return new Glob(pattern);
    }

    static String wildcards(String text) {
        return text.replace('*', STAR).replace('?', ANY);
    }

    public boolean matchesEverything() {
        return everything;
    }

    public boolean matches(String text) {
        if (everything) {
            return true;
        }
        return literal ? pattern.equals(text) : wild(text);
    }

    /// Two pointers and one way back: linear but for patterns with many stars.
    private boolean wild(String text) {
        int p = 0;
        int t = 0;
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
