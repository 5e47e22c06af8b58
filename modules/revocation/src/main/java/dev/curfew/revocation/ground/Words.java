package dev.curfew.revocation.ground;

import java.util.List;
import java.util.regex.Pattern;

/// The words of what a record says was made. What stands between slashes stays one word: a part of a path is the name
/// of something else.
public final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[\\s(),]+");

    private Words() {}

    public static List<String> of(String what) {
        return BETWEEN.splitAsStream(what)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
