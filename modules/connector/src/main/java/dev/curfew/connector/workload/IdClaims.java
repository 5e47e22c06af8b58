package dev.curfew.connector.workload;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.curfew.connector.workload.TokenVerdict.Reason;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/// What an ID token has to say besides what every token does (OpenID Connect Core 1.0, section 3.1.3.7).
final class IdClaims {
    private IdClaims() {}

    /// @param claims of a token that is good as a token
    static TokenVerdict judge(JWTClaimsSet claims, OidcIssuer issuer, String nonce, Instant now) {
        try {
            if (nonce.isEmpty() || !nonce.equals(claims.getStringClaim("nonce"))) {
                return new TokenVerdict.Rejected(Reason.NONCE);
            }
            String party = claims.getStringClaim("azp");
            boolean alone = claims.getAudience().size() == 1;
            if (party == null ? !alone : !party.equals(issuer.audience())) {
                return new TokenVerdict.Rejected(Reason.PARTY);
            }
            Date shown = claims.getDateClaim("auth_time");
            return shown == null || shown.toInstant().isAfter(now.plusSeconds(ClaimsVerifier.SKEW_SECONDS_MAX))
                    ? new TokenVerdict.Rejected(Reason.AUTH_TIME)
                    : new TokenVerdict.Accepted(claims.getSubject(), shown.toInstant());
        } catch (ParseException _) {
            return new TokenVerdict.Rejected(Reason.CLAIMS);
        }
    }
}
