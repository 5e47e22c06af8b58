package dev.curfew.connector.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.http.Trust;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The keys of one issuer, where its configuration says they are (OpenID Connect Discovery 1.0, section 4), kept for a
/// while.
final class IssuerKeys {
    private static final Messages MESSAGES = Messages.of(IssuerKeys.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = ".well-known/openid-configuration";
    private static final long BYTES_MAX = 1024 * 1024;

    /// A key that the issuer took back is believed no longer than this, while the issuer answers.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Nor longer than this, when it does not: pipelines outlast a restart of the issuer.
    private static final Duration STALE_MAX = Duration.ofHours(1);

    /// A token that names a key nobody has is no reason to ask the issuer again and again.
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final Http http;
    private final InstantSource clock;
    private final OidcIssuer issuer;
    private @Nullable JWKSet keys;
    private Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    /// Of the last try: who asks meanwhile does not wait for an issuer that does not answer.
    private @Nullable SourceException failure;

    IssuerKeys(Http http, InstantSource clock, OidcIssuer issuer) {
        this.http = http;
        this.clock = clock;
        this.issuer = issuer;
    }

    /// The keys, read again where what is looked for is not among those at hand: issuers change their keys.
    ///
    /// @throws SourceException if they cannot be had
    synchronized JWKSet with(Predicate<JWKSet> wanted) throws InterruptedException {
        Instant now = clock.instant();
        JWKSet held = keys;
        boolean old = held == null || !now.isBefore(readAt.plus(FRESH));
        if (held != null && !old && (wanted.test(held) || now.isBefore(triedAt.plus(AGAIN_AFTER)))) {
            return held;
        }
        SourceException failed = failure;
        if (failed == null || !now.isBefore(triedAt.plus(AGAIN_AFTER))) {
            failed = readAgain(now);
        }
        JWKSet read = keys;
        if (read != null && (failed == null || now.isBefore(readAt.plus(STALE_MAX)))) {
            return read;
        }
        throw Objects.requireNonNull(failed);
    }

    /// @return why not; null if they were read
    private @Nullable SourceException readAgain(Instant now) throws InterruptedException {
        triedAt = now;
        try {
            keys = read();
            readAt = now;
            failure = null;
        } catch (SourceException e) {
            failure = e;
        }
        return failure;
    }

    private JWKSet read() throws InterruptedException {
        JsonNode configuration = json(get(endpoint(issuer.issuer()), CONFIGURATION));
        if (!configuration.path("issuer").asText().equals(issuer.issuer().toString())) {
            throw malformed("other-issuer");
        }
        try {
            URI address = URI.create(configuration.path("jwks_uri").asText());
            String path =
                    address.getRawPath() == null ? "" : address.getRawPath().replaceFirst("^/+", "");
            URI server = URI.create(address.getScheme() + "://" + address.getRawAuthority());
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return JWKSet.parse(get(endpoint(server), path + query));
        } catch (ParseException | IllegalArgumentException _) {
            // their words can quote what was received
            throw malformed("no-keys");
        }
    }

    private Endpoint endpoint(URI address) {
        Endpoint endpoint = Endpoint.of(address, false);
        Trust trust = issuer.trust();
        return trust == null ? endpoint : endpoint.trustedBy(trust);
    }

    private String get(Endpoint endpoint, String path) throws InterruptedException {
        Call call = Call.of("GET", endpoint, path)
                .header("Accept", "application/json")
                .responseBytesMax(BYTES_MAX);
        return switch (http.send(call)) {
            case HttpOutcome.Answered answered when answered.status() == 200 -> answered.body();
            case HttpOutcome.Answered answered ->
                throw new SourceException(
                        SourceException.Kind.REFUSED,
                        MESSAGES.text("status", issuer.issuer().toString(), answered.status()));
            case HttpOutcome.Unanswered unanswered ->
                throw new SourceException(SourceException.Kind.UNREACHABLE, unanswered.detail());
        };
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            throw malformed("no-configuration");
        }
    }

    private SourceException malformed(String key) {
        return new SourceException(
                SourceException.Kind.MALFORMED,
                MESSAGES.text(key, issuer.issuer().toString()));
    }
}
