package dev.curfew.governance.workload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Who says which workload asks.
public sealed interface Witness {

    /// An issuer of OpenID Connect tokens.
    ///
    /// @param issuer as its tokens name it, to the letter
    /// @param audience that a token has to be for
    /// @param caCertificates of the authorities that its server is trusted by, in PEM; empty for the platform's
    record Issuer(URI issuer, String audience, String caCertificates) implements Witness {}

    /// A certificate authority, whose certificates workloads show when they connect (mTLS).
    ///
    /// @param caCertificates its own, in PEM
    record Authority(String caCertificates) implements Witness {}

    /// For the ledger.
    default Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (this) {
            case Issuer(URI issuer, String audience, String caCertificates) -> {
                json.put("issuer", issuer.toString());
                json.put("audience", audience);
                json.put("caCertificates", caCertificates);
            }
            case Authority(String caCertificates) -> json.put("clientCa", caCertificates);
        }
        return json;
    }

    /// As the ledger has it.
    static Witness of(Map<?, ?> json) {
        return json.containsKey("clientCa")
                ? new Authority(text(json, "clientCa"))
                : new Issuer(URI.create(text(json, "issuer")), text(json, "audience"), text(json, "caCertificates"));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
