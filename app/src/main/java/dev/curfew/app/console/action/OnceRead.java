package dev.curfew.app.console.action;

import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.model.text.Messages;

/// What waits until something was read: before that nobody knows whether anything is missing.
public final class OnceRead {
    private static final Messages MESSAGES = Messages.of(OnceRead.class);

    private OnceRead() {}

    /// @param reading what is being read, as the work that reads it is called
    public static Availability of(Content<?> content, String reading) {
        return switch (content) {
            case Content.Ready<?> _ -> Availability.available();
            case Content.Loading<?> _ -> Availability.unless(true, MESSAGES.text("reading", reading));
            case Content.Failed<?>(Failure failure) ->
                Availability.unless(true, MESSAGES.text("unread", failure.sentence()));
        };
    }
}
