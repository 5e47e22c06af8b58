package dev.curfew.app.console.screen.connections.notice;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.notice.CarrierStatus;
import dev.curfew.governance.notice.Escalation;
import dev.curfew.governance.notice.ToldBook.CarrierState;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Messages;
import java.util.stream.Collectors;

/// Where a carrier goes, of what it tells, and how it does, in words.
final class CarrierWords {
    private static final Messages MESSAGES = Messages.of(CarrierWords.class);

    private CarrierWords() {}

    static String way(Carrier.Way way) {
        return switch (way) {
            case Carrier.Way.Desktop() -> MESSAGES.text("way.desktop");
            case Carrier.Way.Newer(String kind) -> MESSAGES.text("way.newer", kind);
            // Its path and query can be what lets one in.
            case Carrier.Way.Webhook webhook ->
                MESSAGES.text("way.webhook", String.valueOf(webhook.address().getHost()));
            case Carrier.Way.Mail mail ->
                mail.to().isEmpty()
                        ? MESSAGES.text("way.owners", mail.host())
                        : MESSAGES.text("way.mail", mail.to(), mail.host());
        };
    }

    /// Those of which it tells, or that it tells of all.
    static String events(Carrier carrier) {
        boolean all = carrier.events().size() == NoticeEvent.values().length;
        return all
                ? MESSAGES.text("events.all")
                : carrier.eventsInOrder().stream()
                        .filter(event -> event != NoticeEvent.TEST)
                        .map(event -> MESSAGES.text("event." + event))
                        .collect(Collectors.joining(", "));
    }

    static String reaches(Carrier carrier) {
        return carrier.officer().isEmpty() ? MESSAGES.text("for.anybody") : carrier.officer();
    }

    static Chip state(CarrierStatus one) {
        return one.state()
                .map(state -> state.works()
                        ? Chip.of(Tone.GOOD, MESSAGES.text("works", Words.moment(state.since())))
                        : Chip.of(Tone.BAD, MESSAGES.text("fails", Words.moment(state.since()))))
                .orElseGet(() -> Chip.of(Tone.UNKNOWN, MESSAGES.text("untried")));
    }

    /// Why it fails; empty where it does not.
    static String why(CarrierStatus one) {
        return one.state()
                .filter(state -> !state.works())
                .map(CarrierState::words)
                .orElse("");
    }

    static String escalation(Escalation escalation) {
        return escalation.reviewers().isEmpty()
                ? MESSAGES.text("escalation.none")
                : MESSAGES.text(
                        "escalation", String.join(", ", escalation.reviewers()), Words.length(escalation.after()));
    }
}
