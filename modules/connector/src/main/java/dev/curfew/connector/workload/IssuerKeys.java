package dev.curfew.connector.workload;

import com.nimbusds.jose.jwk.JWKSet;
import dev.curfew.connector.http.Http;
import dev.curfew.model.port.SourceException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The keys of one issuer, where its configuration says they are, kept for a while.
final class IssuerKeys {
    /// A key that the issuer took back is believed no longer than this, while the issuer answers.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// Nor longer than this, when it does not: pipelines outlast a restart of the issuer.
    private static final Duration STALE_MAX = Duration.ofHours(1);

    /// A token that names a key nobody has is no reason to ask the issuer again and again.
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final Http http;
    private final InstantSource clock;
    private final OidcIssuer issuer;
    private final IssuerConfiguration.Place place;
    private @Nullable JWKSet keys;
    private Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;

    /// Of the last try: who asks meanwhile does not wait for an issuer that does not answer.
    private @Nullable SourceException failure;

    IssuerKeys(Http http, InstantSource clock, OidcIssuer issuer, IssuerConfiguration.Place place) {
        this.place = place;
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
        IssuerConfiguration configuration = IssuerConfiguration.read(http, issuer, place);
        try {
            return JWKSet.parse(configuration.get(http, configuration.address("jwks_uri")));
        } catch (ParseException _) {
            // its words can quote what was received
            throw IssuerConfiguration.malformed("no-keys", issuer);
        }
    }
}
