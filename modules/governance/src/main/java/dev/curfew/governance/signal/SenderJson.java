package dev.curfew.governance.signal;

import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Senders as the ledger has them.
public final class SenderJson {
    private SenderJson() {}

    public static Map<String, Object> of(Sender sender) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", sender.name());
        json.put("kinds", sender.kindsInOrder().stream().map(SignalKind::code).toList());
        json.put("sources", sender.sources());
        switch (sender.proof()) {
            case Sender.Proof.Shared(Sender.Envelope envelope) -> json.put("envelope", envelope.code());
            case Sender.Proof.Transmitter(URI issuer, String audience, String ca, String keys) -> {
                json.put("issuer", issuer.toString());
                json.put("audience", audience);
                json.put("caCertificates", ca);
                json.put("keys", keys);
            }
        }
        return json;
    }

    /// What [#of] wrote.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Sender read(Map<?, ?> json) {
        Set<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
        // what a newer version believes of it, this one does not know
        texts(json, "kinds").forEach(code -> SignalKind.of(code).ifPresent(kinds::add));
        return new Sender(text(json, "name"), proof(json), kinds, texts(json, "sources"));
    }

    private static Sender.Proof proof(Map<?, ?> json) {
        if (json.containsKey("issuer")) {
            return new Sender.Proof.Transmitter(
                    URI.create(text(json, "issuer")),
                    text(json, "audience"),
                    text(json, "caCertificates"),
                    text(json, "keys"));
        }
        return new Sender.Proof.Shared(Sender.Envelope.of(text(json, "envelope"))
                .orElseThrow(() -> new IllegalArgumentException("no envelope that is known")));
    }

    private static List<String> texts(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
