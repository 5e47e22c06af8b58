package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.Collection;

/// What shows of a policy by its text, without reading it.
public final class PolicyText {
    private static final char QUOTE = '"';
    private static final String ALL_BUT = "NotAction";

    private PolicyText() {}

    /// Whether some statement could allow one of the actions on anything: yes at times where none does, never no where
    /// one does.
    ///
    /// @param text JSON
    /// @param actions in lower case
    public static boolean mayAllow(String text, Collection<String> actions) {
        if (text.indexOf('\\') >= 0) {
            // what is escaped is not looked for
            return true;
        }
        int open = text.indexOf(QUOTE);
        while (open >= 0) {
            int close = text.indexOf(QUOTE, open + 1);
            if (close < 0 || mayBeOne(text, open + 1, close, actions)) {
                return true;
            }
            open = text.indexOf(QUOTE, close + 1);
        }
        return false;
    }

    private static boolean mayBeOne(String text, int from, int to, Collection<String> actions) {
        if (text.startsWith(ALL_BUT, from) && to - from == ALL_BUT.length()) {
            return true;
        }
        if (!isPattern(text, from, to)) {
            return actions.stream()
                    .anyMatch(it -> it.length() == to - from && text.regionMatches(true, from, it, 0, it.length()));
        }
        Glob pattern = Glob.ofLowerCase(text.substring(from, to));
        return actions.stream().anyMatch(pattern::matches);
    }

    private static boolean isPattern(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }
}
