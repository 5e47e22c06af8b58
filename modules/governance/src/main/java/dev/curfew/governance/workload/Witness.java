package dev.curfew.governance.workload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Who says which workload asks.
public sealed interface Witness {
    String PRIVATE = "privateAllowed";

    /// An issuer of OpenID Connect tokens.
    ///
    /// @param issuer as its tokens name it, to the letter
    /// @param audience that a token has to be for
    /// @param caCertificates of the authorities that its server is trusted by, in PEM; empty for the platform's
    /// @param privateAllowed whether an address inside a network is dialled to ask for its keys
    record Issuer(URI issuer, String audience, String caCertificates, boolean privateAllowed) implements Witness {}

    /// A certificate authority, whose certificates workloads show when they connect (mTLS).
    ///
    /// @param caCertificates its own, in PEM
    record Authority(String caCertificates) implements Witness {}

    /// For the ledger.
    default Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (this) {
            case Issuer(URI issuer, String audience, String caCertificates, boolean privateAllowed) -> {
                json.put("issuer", issuer.toString());
                json.put("audience", audience);
                json.put("caCertificates", caCertificates);
                // what was signed before there was this, stays as it was signed
                if (privateAllowed) {
                    json.put(PRIVATE, true);
                }
            }
            case Authority(String caCertificates) -> json.put("clientCa", caCertificates);
        }
        return json;
    }

    /// As the ledger has it.
    static Witness of(Map<?, ?> json) {
        return json.containsKey("clientCa")
                ? new Authority(text(json, "clientCa"))
                : new Issuer(
                        URI.create(text(json, "issuer")),
                        text(json, "audience"),
                        text(json, "caCertificates"),
                        Boolean.TRUE.equals(json.get(PRIVATE)));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
