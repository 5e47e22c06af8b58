package dev.curfew.connector.workload;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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

/// Verifies tokens of OpenID Connect issuers: signed by one of the issuer's keys, by a method with two keys, for us,
/// and now. Safe for many threads.
public final class OidcTokens {
    /// With every group that a person is in a token may grow; a workload's has none.
    private static final int CHARACTERS_MAX = 16 * 1024;

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

    /// RFC 9068 tokens say at+jwt; those that say something else altogether are for something else.
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> ID_TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null);

    private final Http http;
    private final InstantSource clock;
    private final Map<OidcIssuer, IssuerKeys> issuers = new ConcurrentHashMap<>();

    public OidcTokens(Http http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /// What the token says of its issuer, which nothing vouches for yet; empty if it is no token.
    public static String claimedIssuer(String token) {
        if (token.length() > CHARACTERS_MAX) {
            return "";
        }
        try {
            String issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException _) {
            return "";
        }
    }

    /// Asks the issuer for its keys where that is needed.
    public TokenVerdict verify(String token, OidcIssuer issuer) throws InterruptedException {
        return verify(token, issuer, TYPES, claims -> new TokenVerdict.Accepted(String.valueOf(claims.getSubject())));
    }

    /// An ID token, which tells of one sign-in (OpenID Connect Core 1.0, section 3.1.3.7): besides all of the above it
    /// is the answer to exactly that asking, for nobody else beside us, and says when its subject showed who they
    /// are.
    ///
    /// @param issuer whose audience is our client id
    /// @param nonce that was sent with the asking
    public TokenVerdict verifyIdToken(String token, OidcIssuer issuer, String nonce) throws InterruptedException {
        return verify(token, issuer, ID_TYPES, claims -> IdClaims.judge(claims, issuer, nonce, clock.instant()));
    }

    private TokenVerdict verify(
            String token,
            OidcIssuer issuer,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            Function<JWTClaimsSet, TokenVerdict> accepted)
            throws InterruptedException {
        if (token.length() > CHARACTERS_MAX) {
            return new TokenVerdict.Rejected(Reason.MALFORMED);
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
            if (jwt.getJWTClaimsSet() == null) {
                return new TokenVerdict.Rejected(Reason.MALFORMED);
            }
        } catch (ParseException _) {
            return new TokenVerdict.Rejected(Reason.MALFORMED);
        }
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            return new TokenVerdict.Rejected(Reason.ALGORITHM);
        }
        if (!claims(jwt, issuer.issuer())) {
            return new TokenVerdict.Rejected(Reason.ISSUER);
        }
        try {
            IssuerKeys keys = issuers.computeIfAbsent(issuer, one -> new IssuerKeys(http, clock, one));
            return verify(jwt, issuer, keys.with(set -> isAmong(jwt, set)), types, accepted);
        } catch (SourceException e) {
            return new TokenVerdict.Unavailable(String.valueOf(e.getMessage()));
        }
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

    private TokenVerdict verify(
            SignedJWT jwt,
            OidcIssuer issuer,
            JWKSet keys,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types,
            Function<JWTClaimsSet, TokenVerdict> accepted) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new ClaimsVerifier(issuer, clock));
        try {
            return accepted.apply(processor.process(jwt, null));
        } catch (ExpiredJWTException _) {
            return new TokenVerdict.Rejected(Reason.EXPIRED);
        } catch (BadJWTException _) {
            return new TokenVerdict.Rejected(isFor(jwt, issuer) ? Reason.CLAIMS : Reason.AUDIENCE);
        } catch (BadJOSEException | JOSEException _) {
            return new TokenVerdict.Rejected(Reason.SIGNATURE);
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
