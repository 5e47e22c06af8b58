package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Label;

/// When what was done to a credential usually shows, as its way of ending goes; until it is proved.
final class Countdown extends Label {
    private static final Messages MESSAGES = Messages.of(Countdown.class);

    private final Instant due;

    /// @param due when the provider usually refuses it
    Countdown(Instant due, Instant now) {
        this.due = due;
        getStyleClass().add("muted");
        setWrapText(true);
        show(now);
    }

    void show(Instant now) {
        setText(
                now.isBefore(due)
                        ? MESSAGES.text("countdown", Words.countdown(Duration.between(now, due)))
                        : MESSAGES.text("countdown.over", Words.length(Duration.between(due, now))));
    }
}
