package dev.curfew.connector.keycloak.door;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Instant;

/// What Keycloak's answers to a break-glass account mean that are not what was asked for.
final class Refusing {
    private Refusing() {}

    static SourceException.Kind kind(KcAnswer answer) {
        return switch (answer) {
            case KcAnswer.Unaccepted _, KcAnswer.Refused _, KcAnswer.Rejected _, KcAnswer.Absent _ ->
                SourceException.Kind.REFUSED;
            case KcAnswer.Throttled _ -> SourceException.Kind.THROTTLED;
            case KcAnswer.Failed _, KcAnswer.Silent _ -> SourceException.Kind.UNREACHABLE;
            case KcAnswer.Foreign _, KcAnswer.Done _ -> SourceException.Kind.MALFORMED;
        };
    }

    /// @param no what is said where Keycloak refused it
    static ActionOutcome outcome(KcAnswer answer, Instant at, String no) {
        return switch (kind(answer)) {
            case REFUSED, THROTTLED -> new ActionOutcome.Refused(at, no);
            case UNREACHABLE, MALFORMED -> new ActionOutcome.Uncertain(at, no);
        };
    }
}
