package dev.curfew.connector.workload;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/// `iss`, `aud`, `exp`, `nbf`, and a `sub`, by our clock.
final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {
    /// Machines that keep time by NTP are closer than this.
    static final int SKEW_SECONDS_MAX = 30;

    private final InstantSource clock;

    ClaimsVerifier(OidcIssuer issuer, InstantSource clock) {
        super(
                issuer.audience(),
                new JWTClaimsSet.Builder().issuer(issuer.issuer().toString()).build(),
                Set.of(JWTClaimNames.SUBJECT, JWTClaimNames.EXPIRATION_TIME));
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS_MAX);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
