package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// A last use as the ledger keeps it.
final class UsageWords {
    private static final Messages MESSAGES = Messages.of(UsageWords.class);

    private UsageWords() {}

    static String of(LastUse use) {
        String words = of(use.usage());
        return use.gaps().isEmpty() ? words : MESSAGES.text("use.since", words, String.join("; ", use.gaps()));
    }

    private static String of(Usage usage) {
        return switch (usage) {
            case Usage.Seen(Instant at, String by, UsageQuality quality) ->
                MESSAGES.text("use.seen", at, by.isEmpty() ? quality.record() : by);
            case Usage.NoneSeen(UsageQuality quality) -> MESSAGES.text("use.none", quality.record());
            case Usage.NotObserved(String reason) -> MESSAGES.text("use.unknown", reason);
        };
    }
}
