package dev.curfew.connector.keycloak.door;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Instant;

/// What Keycloak's answers to a break-glass account mean that are not what was asked for.
final class Refusing {
    private Refusing() {}

    /// @param no what is said where Keycloak refused it
    static ActionOutcome outcome(KcAnswer answer, Instant at, String no) {
        return switch (answer.kind()) {
            case REFUSED, THROTTLED -> new ActionOutcome.Refused(at, no);
            case UNREACHABLE, MALFORMED -> new ActionOutcome.Uncertain(at, no);
        };
    }
}
