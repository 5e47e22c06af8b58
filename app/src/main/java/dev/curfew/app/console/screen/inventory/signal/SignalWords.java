package dev.curfew.app.console.screen.inventory.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.governance.signal.SignalBook.Settlement;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// Signals in words.
final class SignalWords {
    private static final Messages MESSAGES = Messages.of(SignalWords.class);

    private SignalWords() {}

    static String kind(SignalKind kind) {
        return MESSAGES.text("kind." + kind);
    }

    /// Who told it, and when it was so by their word.
    static String told(Signal signal, Instant now) {
        return MESSAGES.text(
                "told", signal.sender(), Words.relative(signal.tip().at(), now), signal.id());
    }

    static String about(Signal signal) {
        return signal.tip().subjects().getFirst().words();
    }

    static String names(Named named) {
        return switch (named) {
            case Named.Nobody() -> MESSAGES.text("names.nobody");
            case Named.Exactly _ -> MESSAGES.text("names", named.words());
            case Named.Ambiguous _ -> MESSAGES.text("names.ambiguous", named.words());
        };
    }

    static String settled(Settlement settlement, Instant now) {
        return MESSAGES.text(
                "settled", settlement.officer(), Words.relative(settlement.at(), now), settlement.remark());
    }
}
