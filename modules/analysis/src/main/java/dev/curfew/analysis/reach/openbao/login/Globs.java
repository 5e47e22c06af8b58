package dev.curfew.analysis.reach.openbao.login;

/// Patterns in which `*` stands for anything, wherever it is: the one wildcard of OpenBao's logins.
final class Globs {
    private Globs() {}

    static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        int at = star;
        String rest = pattern.substring(star + 1);
        for (int next = rest.indexOf('*'); next >= 0; next = rest.indexOf('*')) {
            // the first place is as good as any: what follows begins with anything
            int found = text.indexOf(rest.substring(0, next), at);
            if (found < 0) {
                return false;
            }
            at = found + next;
            rest = rest.substring(next + 1);
        }
        return text.length() - rest.length() >= at && text.endsWith(rest);
    }
}
