package dev.curfew.connector.workload;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/// `iss`, `aud`, `nbf`, `exp` where it is there, and what has to be, by our clock.
final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {
    /// Machines that keep time by NTP are closer than this.
    static final int SKEW_SECONDS_MAX = 30;

    private final InstantSource clock;

    /// @param required claims that have to be there besides
    ClaimsVerifier(OidcIssuer issuer, Set<String> required, InstantSource clock) {
        super(
                issuer.audience(),
                new JWTClaimsSet.Builder().issuer(issuer.issuer().toString()).build(),
                required);
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS_MAX);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
