package dev.curfew.governance.delegation;

import dev.curfew.model.text.Messages;

/// The words of this package.
final class DelegationWords {
    private DelegationWords() {}

    static String of(String key, Object... arguments) {
        return Messages.of(DelegationWords.class).text(key, arguments);
    }
}
