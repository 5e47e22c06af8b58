package dev.curfew.app.console.shell;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.estate.Freshness;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// The estate's age and completeness in words.
///
/// @param whole whether every source was read without a gap
record EstateStatus(String sentence, boolean whole) {

    private static final Messages MESSAGES = Messages.of(EstateStatus.class);

    static EstateStatus of(Freshness freshness, Instant now) {
        if (freshness.snapshotNumber() == 0) {
            return new EstateStatus(MESSAGES.text("status.empty"), false);
        }
        boolean whole = freshness.sourcesWhole() == freshness.sources();
        String age = Words.relative(freshness.takenAt(), now);
        return new EstateStatus(
                MESSAGES.text("status.read", age, freshness.sourcesWhole(), freshness.sources()), whole);
    }
}
