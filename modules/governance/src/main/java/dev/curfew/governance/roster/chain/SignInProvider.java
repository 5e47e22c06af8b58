package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where officers show who they are, besides by their key.
///
/// @param issuer as its tokens name it, to the letter
/// @param clientId by which it knows Curfew, and for which its ID tokens have to be
/// @param caCertificates of the authorities that its server is trusted by, in PEM; empty for the platform's
/// @param privateAllowed whether an address inside a network is dialled to ask it
public record SignInProvider(URI issuer, String clientId, String caCertificates, boolean privateAllowed) {
    private static final String PRIVATE = "privateAllowed";

    public SignInProvider {
        if (!issuer.isAbsolute() || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            // OpenID Connect Discovery 1.0, section 3
            throw new IllegalArgumentException("an issuer is an address without query and fragment");
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("an issuer knows Curfew by some name");
        }
    }

    /// Whether it is this issuer that names the subject.
    public boolean names(SignInSubject subject) {
        return issuer.toString().equals(subject.issuer());
    }

    /// The same as this issuer names them.
    ///
    /// @throws IllegalArgumentException if it is no subject
    public SignInSubject subject(String name) {
        return new SignInSubject(issuer.toString(), name);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer.toString());
        json.put("clientId", clientId);
        json.put("caCertificates", caCertificates);
        // what was signed before there was this, stays as it was signed
        if (privateAllowed) {
            json.put(PRIVATE, true);
        }
        return json;
    }

    /// @throws IllegalArgumentException if it is none
    static SignInProvider of(JsonNode json) {
        return new SignInProvider(
                URI.create(json.path("issuer").asText()),
                json.path("clientId").asText(),
                json.path("caCertificates").asText(),
                json.path(PRIVATE).asBoolean());
    }
}
