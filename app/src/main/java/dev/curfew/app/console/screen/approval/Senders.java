package dev.curfew.app.console.screen.approval;

import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.governance.exchange.Sender;
import dev.curfew.model.text.Messages;

/// What is said of whoever put a question, whatever it is about.
final class Senders {
    private static final Messages MESSAGES = Messages.of(Senders.class);

    private Senders() {}

    /// @param here what is done on the sender's machine
    static void add(Facts facts, Sender sender, String here) {
        facts.add(MESSAGES.text("question.sender"), sender.officer())
                .add(here, sender.device().host())
                .add(MESSAGES.text("question.expires"), Words.moment(sender.expiresAt()))
                .add(MESSAGES.text("question.unread"), String.join(", ", sender.unread()));
    }
}
