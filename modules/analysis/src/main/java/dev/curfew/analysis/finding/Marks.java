package dev.curfew.analysis.finding;

import java.util.Map;

/// What Curfew's own tags say of an identity.
final class Marks {
    private static final String OWN = "curfew:own";
    private static final String BREAK_GLASS = "curfew:break-glass";

    private Marks() {}

    /// Whether Curfew itself reads by it, or was let in by it.
    static boolean isOwn(Map<String, String> tags) {
        return is(tags, OWN);
    }

    /// Whether it is for emergencies.
    static boolean isBreakGlass(Map<String, String> tags) {
        return is(tags, BREAK_GLASS);
    }

    private static boolean is(Map<String, String> tags, String mark) {
        return tags.getOrDefault(mark, "").equals("true");
    }
}
