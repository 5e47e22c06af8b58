package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.governance.signal.SenderJson;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Tip;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An errand on its way to another process.
final class ErrandJson {
    private ErrandJson() {}

    static Map<String, Object> of(Errand errand) {
        return switch (errand) {
            case Errand.Trusts() -> Map.of("errand", "trusts");
            case Errand.Senders() -> Map.of("errand", "senders");
            case Errand.Deliver(String sender, Delivery delivery) ->
                Map.of(
                        "errand",
                        "deliver",
                        "sender",
                        sender,
                        "signature",
                        delivery.signature(),
                        "body",
                        Base64.getEncoder().encodeToString(delivery.body()));
            case Errand.Signal(Sender sender, List<Tip> tips) ->
                Map.of(
                        "errand", "signal",
                        "sender", SenderJson.of(sender),
                        "tips", tips.stream().map(Tip::toJson).toList());
            case Errand.Ask(Caller by, RunOrder order) -> {
                Map<String, Object> json = of("ask", by);
                json.put("role", order.policy());
                json.put("seconds", order.duration().toSeconds());
                json.put("purpose", order.purpose());
                json.put("claims", order.claims());
                yield json;
            }
            case Errand.Look(Caller by, String id) -> of("look", by, id);
            case Errand.TakeBack(Caller by, String id) -> of("take-back", by, id);
        };
    }

    private static Map<String, Object> of(String errand, Caller by, String id) {
        Map<String, Object> json = of(errand, by);
        json.put("id", id);
        return json;
    }

    private static Map<String, Object> of(String errand, Caller by) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errand", errand);
        json.put("trust", by.workload().trust());
        json.put("subject", by.workload().subject());
        json.put("trustHash", by.trustHash());
        return json;
    }

    /// @throws IllegalArgumentException for what [#of] did not write
    static Errand read(Map<?, ?> json) {
        return switch (text(json, "errand")) {
            case "trusts" -> new Errand.Trusts();
            case "senders" -> new Errand.Senders();
            case "deliver" ->
                new Errand.Deliver(
                        text(json, "sender"),
                        new Delivery(
                                text(json, "signature"), Base64.getDecoder().decode(text(json, "body"))));
            case "signal" -> new Errand.Signal(SenderJson.read(map(json.get("sender"))), tips(json.get("tips")));
            case "ask" -> new Errand.Ask(by(json), order(json));
            case "look" -> new Errand.Look(by(json), text(json, "id"));
            case "take-back" -> new Errand.TakeBack(by(json), text(json, "id"));
            default -> throw new IllegalArgumentException("no errand");
        };
    }

    private static List<Tip> tips(@Nullable Object all) {
        return all instanceof List<?> list
                ? list.stream().map(one -> Tip.of(map(one))).toList()
                : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Caller by(Map<?, ?> json) {
        return new Caller(new Workload(text(json, "trust"), text(json, "subject")), text(json, "trustHash"));
    }

    private static RunOrder order(Map<?, ?> json) {
        Map<String, String> claims = new LinkedHashMap<>();
        if (json.get("claims") instanceof Map<?, ?> all) {
            all.forEach((name, value) -> claims.put(String.valueOf(name), String.valueOf(value)));
        }
        if (!(json.get("seconds") instanceof Number seconds)) {
            throw new IllegalArgumentException("no seconds");
        }
        return new RunOrder(text(json, "role"), Duration.ofSeconds(seconds.longValue()), text(json, "purpose"), claims);
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
