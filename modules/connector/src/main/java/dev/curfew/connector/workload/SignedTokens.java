package dev.curfew.connector.workload;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.workload.TokenVerdict.Reason;
import dev.curfew.model.port.SourceException;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Verifies tokens that an issuer signed with one of its keys, by a method with two keys, for us, and now. Safe for
/// many
/// threads.
final class SignedTokens {
    /// With every group that a person is in a token may grow; a workload's has none.
    static final int CHARACTERS_MAX = 16 * 1024;

    /// RFC 8725, section 3.1: what is taken is said here, not by the token. `none` and the HMACs are not.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Http http;
    private final InstantSource clock;
    private final IssuerConfiguration.Place place;
    private final Map<OidcIssuer, IssuerKeys> issuers = new ConcurrentHashMap<>();

    /// @param place where issuers say where their keys are
    SignedTokens(Http http, InstantSource clock, IssuerConfiguration.Place place) {
        this.http = http;
        this.clock = clock;
        this.place = place;
    }

    /// Asks the issuer for its keys where that is needed.
    ///
    /// @param required claims that have to be there besides `iss` and `aud`
    <T> T verify(
            String token,
            OidcIssuer issuer,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            Set<String> required,
            Function<JWTClaimsSet, T> accepted,
            Function<Reason, T> rejected,
            Function<String, T> unavailable)
            throws InterruptedException {
        try {
            return verify(token, issuer, this::read, types, required, accepted, rejected);
        } catch (SourceException e) {
            return unavailable.apply(String.valueOf(e.getMessage()));
        }
    }

    /// Where the keys are from.
    @FunctionalInterface
    interface Keys {
        /// @throws SourceException if they cannot be had
        JWKSet of(OidcIssuer issuer, SignedJWT token) throws InterruptedException;
    }

    private JWKSet read(OidcIssuer issuer, SignedJWT token) throws InterruptedException {
        return issuers.computeIfAbsent(issuer, one -> new IssuerKeys(http, clock, one, place))
                .with(some -> isAmong(token, some));
    }

    /// As [#verify], by keys that are at hand.
    <T> T verify(
            String token,
            OidcIssuer issuer,
            Keys keys,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            Set<String> required,
            Function<JWTClaimsSet, T> accepted,
            Function<Reason, T> rejected)
            throws InterruptedException {
        if (token.length() > CHARACTERS_MAX) {
            return rejected.apply(Reason.MALFORMED);
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
            if (jwt.getJWTClaimsSet() == null) {
                return rejected.apply(Reason.MALFORMED);
            }
        } catch (ParseException _) {
            return rejected.apply(Reason.MALFORMED);
        }
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            return rejected.apply(Reason.ALGORITHM);
        }
        if (!claims(jwt, issuer.issuer())) {
            return rejected.apply(Reason.ISSUER);
        }
        return verify(jwt, issuer, keys.of(issuer, jwt), types, required, accepted, rejected);
    }

    private static boolean claims(SignedJWT jwt, URI issuer) {
        try {
            return issuer.toString().equals(jwt.getJWTClaimsSet().getIssuer());
        } catch (ParseException _) {
            return false;
        }
    }

    private static boolean isAmong(SignedJWT jwt, JWKSet keys) {
        return !new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader()))
                .select(keys)
                .isEmpty();
    }

    private <T> T verify(
            SignedJWT jwt,
            OidcIssuer issuer,
            JWKSet keys,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            Set<String> required,
            Function<JWTClaimsSet, T> accepted,
            Function<Reason, T> rejected) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new ClaimsVerifier(issuer, required, clock));
        try {
            return accepted.apply(processor.process(jwt, null));
        } catch (ExpiredJWTException _) {
            return rejected.apply(Reason.EXPIRED);
        } catch (BadJWTException _) {
            return rejected.apply(isFor(jwt, issuer) ? Reason.CLAIMS : Reason.AUDIENCE);
        } catch (BadJOSEException | JOSEException _) {
            return rejected.apply(Reason.SIGNATURE);
        }
    }

    private static boolean isFor(SignedJWT jwt, OidcIssuer issuer) {
        try {
            return jwt.getJWTClaimsSet().getAudience().contains(issuer.audience());
        } catch (ParseException _) {
            return false;
        }
    }
}
