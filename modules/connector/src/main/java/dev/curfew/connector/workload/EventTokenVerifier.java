package dev.curfew.connector.workload;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.workload.TokenVerdict.Reason;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Verifies Security Event Tokens (RFC 8417) of a transmitter whose keys its Shared Signals configuration names: signed
/// by one of them, of that issuer, for us. Safe for many threads.
///
/// Explicit typing is RECOMMENDED by RFC 8417, section 2.3, and required here, as Shared Signals Framework 1.0 does:
/// otherwise an ID token of the same issuer could be passed off as an event (section 4.5). `exp` is NOT RECOMMENDED
/// (section 2.2) and not asked for; one that is over is held against it. `jti`, `iat` and `iss` are REQUIRED there;
/// `aud` is RECOMMENDED, and required here, so that what was told to somebody else is not told on to us.
public final class EventTokenVerifier {
    /// Clocks may differ by so much.
    public static final int SKEW_SECONDS_MAX = ClaimsVerifier.SKEW_SECONDS_MAX;

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("secevent+jwt"));

    private static final Set<String> CLAIMS = Set.of(JWTClaimNames.JWT_ID, JWTClaimNames.ISSUED_AT);

    private final SignedTokens tokens;

    public EventTokenVerifier(Http http, InstantSource clock) {
        tokens = new SignedTokens(http, clock, IssuerConfiguration.Place.SHARED_SIGNALS);
    }

    /// What became of one.
    public sealed interface Verdict {
        record Accepted(JWTClaimsSet claims) implements Verdict {}

        record Rejected(Reason reason) implements Verdict {}

        /// @param detail for a person, without secrets
        record Unavailable(String detail) implements Verdict {}
    }

    /// @param keys of the transmitter; empty where it is asked for them
    public Verdict verify(String token, OidcIssuer transmitter, Optional<JWKSet> keys) throws InterruptedException {
        if (keys.isPresent()) {
            return tokens.verify(
                    token,
                    transmitter,
                    (_, _) -> keys.get(),
                    TYPES,
                    CLAIMS,
                    Verdict.Accepted::new,
                    Verdict.Rejected::new);
        }
        return tokens.verify(
                token,
                transmitter,
                TYPES,
                CLAIMS,
                Verdict.Accepted::new,
                Verdict.Rejected::new,
                Verdict.Unavailable::new);
    }
}
