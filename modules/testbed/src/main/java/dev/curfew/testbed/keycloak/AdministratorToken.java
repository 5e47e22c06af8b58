package dev.curfew.testbed.keycloak;

import java.time.Duration;

/// What the administrator calls with.
///
/// @param freshUntil by `System.nanoTime`
record AdministratorToken(String value, long freshUntil) {
    /// Half of its life.
    private static final Duration FRESH = Duration.ofSeconds(30);

    static final AdministratorToken NONE = new AdministratorToken("", 0);

    static AdministratorToken now(String value) {
        return new AdministratorToken(value, System.nanoTime() + FRESH.toNanos());
    }

    boolean isFresh() {
        return !value.isEmpty() && freshUntil - System.nanoTime() > 0;
    }
}
