package dev.curfew.app.console.screen.inventory.timeline;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Origin;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who used something, in words.
final class CallerWords {
    private static final Messages MESSAGES = Messages.of(CallerWords.class);

    private CallerWords() {}

    /// "10.0.0.7 as bao/2.7 with pod shop/api-1".
    static String from(Caller caller) {
        Origin from = caller.from();
        String words = Stream.of(
                        from.address(), DeedWords.named("agent", from.agent()), DeedWords.named("with", from.with()))
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? MESSAGES.text("nowhere") : words;
    }

    static String often(Caller caller) {
        return MESSAGES.text("used.often", caller.succeeded(), caller.refused(), Words.moment(caller.last()));
    }
}
