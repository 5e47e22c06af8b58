package dev.curfew.app.console.signin;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.officer.Presence;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.stream.Collectors;

/// Who signed in and for how long that serves, in words.
public final class PresenceWords {

    private static final Messages MESSAGES = Messages.of(PresenceWords.class);

    private PresenceWords() {}

    /// "Signed in: bo until 09:15:00 UTC"; empty where nobody's sign-in serves anything now.
    public static String brief(Presence presence, Instant now) {
        String names = presence.serving(now).stream()
                .map(signIn -> MESSAGES.text(
                        "brief.one",
                        signIn.officer(),
                        Words.clock(presence.until(signIn).orElseThrow())))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : MESSAGES.text("brief", names);
    }

    /// "4 min ago, in the browser".
    static String when(SignIn signIn, Instant now) {
        return MESSAGES.text("when." + signIn.how(), Words.relative(signIn.authTime(), now));
    }

    /// Which policies it still serves: "until 09:15:00 UTC where a policy asks for 15 min".
    static String serves(Presence presence, SignIn signIn, Instant now) {
        if (presence.limits().isEmpty()) {
            return MESSAGES.text("serves.none");
        }
        String left = presence.limits().stream()
                .filter(limit -> signIn.authTime().plus(limit).isAfter(now))
                .map(limit -> MESSAGES.text(
                        "serves.one", Words.clock(signIn.authTime().plus(limit)), Words.length(limit)))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? MESSAGES.text("serves.over") : MESSAGES.text("serves", left);
    }
}
