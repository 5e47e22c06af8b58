package dev.curfew.governance.request.bulk;

import dev.curfew.model.text.Messages;

/// The words of this package.
final class BulkWords {
    private BulkWords() {}

    static String of(String key, Object... arguments) {
        return Messages.of(BulkWords.class).text(key, arguments);
    }
}
