package dev.curfew.governance.notice;

import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.NoticeEvent;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Carriers as the ledger has them.
public final class CarrierJson {
    private static final String DESKTOP = "desktop";
    private static final String WEBHOOK = "webhook";
    private static final String MAIL = "mail";
    private static final String PRIVATE = "privateAllowed";

    private CarrierJson() {}

    public static Map<String, Object> of(Carrier carrier) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", carrier.name());
        json.put(
                "events",
                carrier.eventsInOrder().stream().map(NoticeEvent::text).toList());
        json.put("officer", carrier.officer());
        switch (carrier.way()) {
            case Carrier.Way.Desktop() -> json.put("way", DESKTOP);
            case Carrier.Way.Newer(String kind) -> json.put("way", kind);
            case Carrier.Way.Webhook webhook -> {
                json.put("way", WEBHOOK);
                json.put("address", webhook.address().toString());
                json.put("caCertificates", webhook.caCertificates());
                json.put(PRIVATE, webhook.privateAllowed());
            }
            case Carrier.Way.Mail mail -> {
                json.put("way", MAIL);
                json.put("host", mail.host());
                json.put("port", mail.port());
                json.put("user", mail.user());
                json.put("from", mail.from());
                json.put("to", mail.to());
                json.put("caCertificates", mail.caCertificates());
                json.put(PRIVATE, mail.privateAllowed());
            }
        }
        return json;
    }

    static Carrier read(Map<?, ?> json) {
        Set<NoticeEvent> events = EnumSet.noneOf(NoticeEvent.class);
        if (json.get("events") instanceof List<?> all) {
            // what a newer version tells of, this one does not
            all.forEach(text -> NoticeEvent.of(String.valueOf(text)).ifPresent(events::add));
        }
        events.add(NoticeEvent.TEST);
        return new Carrier(text(json, "name"), way(json), events, text(json, "officer"));
    }

    private static Carrier.Way way(Map<?, ?> json) {
        return switch (text(json, "way")) {
            case DESKTOP -> new Carrier.Way.Desktop();
            case WEBHOOK ->
                new Carrier.Way.Webhook(
                        URI.create(text(json, "address")), text(json, "caCertificates"), privateAllowed(json));
            case MAIL ->
                new Carrier.Way.Mail(
                        text(json, "host"),
                        json.get("port") instanceof Number port ? port.intValue() : 0,
                        text(json, "user"),
                        text(json, "from"),
                        text(json, "to"),
                        text(json, "caCertificates"),
                        privateAllowed(json));
            default -> new Carrier.Way.Newer(text(json, "way"));
        };
    }

    private static boolean privateAllowed(Map<?, ?> json) {
        return Boolean.TRUE.equals(json.get(PRIVATE));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
