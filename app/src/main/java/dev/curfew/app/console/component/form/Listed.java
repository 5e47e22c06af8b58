package dev.curfew.app.console.component.form;

import java.util.List;
import java.util.regex.Pattern;

/// Several names that were typed into one field, with spaces or commas between.
public final class Listed {
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    private Listed() {}

    /// As they were typed; none where it is blank.
    public static List<String> in(String text) {
        return BETWEEN.splitAsStream(text).filter(name -> !name.isEmpty()).toList();
    }
}
