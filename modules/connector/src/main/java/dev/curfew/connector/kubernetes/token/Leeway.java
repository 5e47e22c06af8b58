package dev.curfew.connector.kubernetes.token;

import java.time.Duration;
import java.time.Instant;

/// How long the API server goes on taking a token that has expired.
public final class Leeway {
    /// 60 s by which its JWT library lets clocks differ, and 10 s for which it keeps the answer to a token.
    /// `pkg/serviceaccount/claims.go`, which asks without a leeway of its own, and
    /// <https://pkg.go.dev/github.com/go-jose/go-jose/v4/jwt#DefaultLeeway>
    public static final Duration AFTER_EXP = Duration.ofSeconds(60 + 10);

    private Leeway() {}

    /// From when on a token surely opens nothing any more.
    ///
    /// @param exp the token's own end
    public static Instant over(Instant exp) {
        return exp.plus(AFTER_EXP);
    }
}
