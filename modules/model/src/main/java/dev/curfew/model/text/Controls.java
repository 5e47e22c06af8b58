package dev.curfew.model.text;

import java.util.regex.Pattern;

/// Control characters in names that somebody else gave: one that ends a line would begin another of ours.
public final class Controls {
    private static final Pattern CONTROL = Pattern.compile("\\p{IsControl}");

    private Controls() {}

    /// With a question mark for each.
    public static String replaced(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
