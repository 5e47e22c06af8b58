package dev.curfew.connector.tree;

import dev.curfew.model.text.Messages;

/// The words for what should have been there.
public final class Expected {
    private Expected() {}

    public static String text() {
        return word("text");
    }

    public static String date() {
        return word("date");
    }

    public static String flag() {
        return word("flag");
    }

    public static String list() {
        return word("list");
    }

    public static String object() {
        return word("object");
    }

    static String characters() {
        return word("characters");
    }

    static String field(String name) {
        return Messages.of(Expected.class).text("name.field", name);
    }

    private static String word(String key) {
        return Messages.of(Expected.class).text("expected." + key);
    }
}
