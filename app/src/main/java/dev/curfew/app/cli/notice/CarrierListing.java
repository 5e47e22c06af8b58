package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.notice.CarrierStatus;
import dev.curfew.governance.notice.ToldBook.CarrierState;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carriers as they stand.
final class CarrierListing {
    private static final Messages MESSAGES = Messages.of(CarrierListing.class);

    static final Listing<CarrierStatus> LISTING = new Listing<>(
            "curfew.notice-carriers/1",
            List.of(
                    Column.whole(MESSAGES.text("name"), one -> carrier(one).name()),
                    Column.of(MESSAGES.text("way"), one -> way(carrier(one).way())),
                    Column.of(MESSAGES.text("events"), CarrierListing::events),
                    Column.of(MESSAGES.text("for"), one -> carrier(one).officer()),
                    Column.of(MESSAGES.text("waiting"), one -> String.valueOf(one.waiting())),
                    Column.of(MESSAGES.text("state"), CarrierListing::state)),
            CarrierListing::json,
            MESSAGES.text("none"));

    private CarrierListing() {}

    private static Carrier carrier(CarrierStatus one) {
        return one.standing().carrier();
    }

    private static String way(Carrier.Way way) {
        return switch (way) {
            case Carrier.Way.Desktop() -> MESSAGES.text("way.desktop");
            case Carrier.Way.Newer(String kind) -> MESSAGES.text("way.newer", kind);
            // its path and query can be what lets one in
            case Carrier.Way.Webhook webhook ->
                MESSAGES.text("way.webhook", String.valueOf(webhook.address().getHost()));
            case Carrier.Way.Mail mail ->
                mail.to().isEmpty()
                        ? MESSAGES.text("way.owners", mail.host())
                        : MESSAGES.text("way.mail", mail.to(), mail.host());
        };
    }

    private static List<String> eventTexts(CarrierStatus one) {
        return carrier(one).eventsInOrder().stream()
                .filter(event -> event != NoticeEvent.TEST)
                .map(NoticeEvent::text)
                .toList();
    }

    private static String events(CarrierStatus one) {
        return eventTexts(one).stream().collect(Collectors.joining(", "));
    }

    private static String state(CarrierStatus one) {
        return one.state()
                .map(state ->
                        MESSAGES.text(state.works() ? "works" : "fails", ModelWords.time(state.since()), state.words()))
                .orElseGet(() -> MESSAGES.text("untried"));
    }

    private static Map<String, @Nullable Object> json(CarrierStatus one) {
        Carrier carrier = carrier(one);
        Fields fields = new Fields()
                .put("name", carrier.name())
                .put("way", wayJson(carrier.way()))
                .put("events", eventTexts(one))
                .put("officer", carrier.officer())
                .put("by", one.standing().by())
                .put("since", one.standing().since())
                .put("waiting", one.waiting());
        return fields.put("state", one.state().map(CarrierListing::json).orElse(null))
                .map();
    }

    private static Map<String, @Nullable Object> json(CarrierState state) {
        return new Fields()
                .put("works", state.works())
                .put("words", state.words())
                .put("since", state.since())
                .map();
    }

    private static Map<String, @Nullable Object> wayJson(Carrier.Way way) {
        return switch (way) {
            case Carrier.Way.Desktop() -> new Fields().put("kind", "desktop").map();
            case Carrier.Way.Newer(String kind) ->
                new Fields().put("kind", kind).map();
            case Carrier.Way.Webhook webhook ->
                new Fields()
                        .put("kind", "webhook")
                        .put("host", webhook.address().getHost())
                        .map();
            case Carrier.Way.Mail mail ->
                new Fields()
                        .put("kind", "mail")
                        .put("host", mail.host())
                        .put("port", mail.port())
                        .put("to", mail.to())
                        .map();
        };
    }
}
