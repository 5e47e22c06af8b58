package dev.curfew.connector.workload;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.curfew.connector.http.Http;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;

/// Verifies tokens of OpenID Connect issuers: signed by one of the issuer's keys, by a method with two keys, for us,
/// and now. Safe for many threads.
public final class OidcTokens {
    /// RFC 9068 tokens say at+jwt; those that say something else altogether are for something else.
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> ID_TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null);

    private static final Set<String> CLAIMS = Set.of(JWTClaimNames.SUBJECT, JWTClaimNames.EXPIRATION_TIME);

    private final InstantSource clock;
    private final SignedTokens tokens;

    public OidcTokens(Http http, InstantSource clock) {
        this.clock = clock;
        tokens = new SignedTokens(http, clock, IssuerConfiguration.Place.OPENID);
    }

    /// What the token says of its issuer, which nothing vouches for yet; empty if it is no token.
    public static String claimedIssuer(String token) {
        if (token.length() > SignedTokens.CHARACTERS_MAX) {
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
        return tokens.verify(
                token, issuer, types, CLAIMS, accepted, TokenVerdict.Rejected::new, TokenVerdict.Unavailable::new);
    }
}
