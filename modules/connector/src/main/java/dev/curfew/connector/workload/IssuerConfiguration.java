package dev.curfew.connector.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;

/// Where an issuer says that it answers (OpenID Connect Discovery 1.0, section 4). Its own name is held against the one
/// that it is trusted by, so that nobody else's addresses are taken for its (section 4.3).
public final class IssuerConfiguration {
    private static final Messages MESSAGES = Messages.of(IssuerConfiguration.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BYTES_MAX = 1024 * 1024;

    private final OidcIssuer issuer;
    private final JsonNode document;

    private IssuerConfiguration(OidcIssuer issuer, JsonNode document) {
        this.issuer = issuer;
        this.document = document;
    }

    /// Where that is written.
    enum Place {
        /// Behind the issuer's own path.
        OPENID,
        /// Between its host and its path (OpenID Shared Signals Framework 1.0, section 7.2; RFC 8615, section 3).
        SHARED_SIGNALS;

        private URI of(OidcIssuer issuer) {
            return switch (this) {
                case OPENID -> Endpoint.of(issuer.issuer(), false).resolve(".well-known/openid-configuration");
                case SHARED_SIGNALS -> {
                    String path = issuer.issuer().getRawPath();
                    yield Endpoint.of(issuer.issuer().resolve("/"), false)
                            .resolve(".well-known/ssf-configuration" + (path.equals("/") ? "" : path));
                }
            };
        }
    }

    /// Of an OpenID Connect issuer.
    ///
    /// @throws SourceException if it cannot be had, or is another issuer's
    public static IssuerConfiguration read(Http http, OidcIssuer issuer) throws InterruptedException {
        return read(http, issuer, Place.OPENID);
    }

    static IssuerConfiguration read(Http http, OidcIssuer issuer, Place place) throws InterruptedException {
        URI address = place.of(issuer);
        JsonNode document = json(issuer, get(http, issuer, call(issuer, "GET", address)));
        if (!document.path("issuer").asText().equals(issuer.issuer().toString())) {
            throw malformed("other-issuer", issuer);
        }
        return new IssuerConfiguration(issuer, document);
    }

    /// One of the addresses that it names, for example `token_endpoint`.
    ///
    /// @throws SourceException if it names none of that kind
    public URI address(String name) {
        String text = document.path(name).asText();
        if (text.isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED,
                    MESSAGES.text("no-address", issuer.issuer().toString(), name));
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            // its words would quote what was received
            throw malformed("no-configuration", issuer);
        }
    }

    /// A call to exactly this address of the issuer.
    ///
    /// @throws SourceException as [Call#to]
    public Call call(String method, URI address) {
        return call(issuer, method, address);
    }

    /// What it answers at one of its addresses.
    ///
    /// @throws SourceException if it does not
    String get(Http http, URI address) throws InterruptedException {
        return get(http, issuer, call("GET", address));
    }

    private static Call call(OidcIssuer issuer, String method, URI address) {
        return Call.to(method, address, issuer.trust(), issuer.privateAllowed())
                .header("Accept", "application/json")
                .responseBytesMax(BYTES_MAX);
    }

    private static String get(Http http, OidcIssuer issuer, Call call) throws InterruptedException {
        return switch (http.send(call)) {
            case HttpOutcome.Answered answered when answered.status() == 200 -> answered.body();
            case HttpOutcome.Answered answered ->
                throw new SourceException(
                        SourceException.Kind.REFUSED,
                        MESSAGES.text("status", issuer.issuer().toString(), answered.status()));
            case HttpOutcome.Unanswered unanswered -> throw unreachable(unanswered, call.address());
        };
    }

    /// Why one of its addresses did not answer.
    public static SourceException unreachable(HttpOutcome.Unanswered unanswered, URI address) {
        return new SourceException(
                SourceException.Kind.UNREACHABLE, unanswered.detail(MESSAGES.text("inside", address.getAuthority())));
    }

    private static JsonNode json(OidcIssuer issuer, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            throw malformed("no-configuration", issuer);
        }
    }

    static SourceException malformed(String key, OidcIssuer issuer) {
        return new SourceException(
                SourceException.Kind.MALFORMED,
                MESSAGES.text(key, issuer.issuer().toString()));
    }
}
