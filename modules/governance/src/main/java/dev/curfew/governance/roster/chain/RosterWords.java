package dev.curfew.governance.roster.chain;

import dev.curfew.model.text.Messages;

/// The words of this package.
public final class RosterWords {
    private RosterWords() {}

    public static String of(String key, Object... arguments) {
        return Messages.of(RosterWords.class).text(key, arguments);
    }
}
