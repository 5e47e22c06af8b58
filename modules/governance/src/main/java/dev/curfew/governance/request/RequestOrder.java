package dev.curfew.governance.request;

import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.util.Map;

/// What is asked for.
///
/// @param duration how long the window is to last, whole seconds
/// @param reason why, in the requester's words
/// @param claims what the requester says besides, as in `ExceptionRequest.claims`
public record RequestOrder(PolicyId policy, Duration duration, String reason, Map<String, String> claims) {
    public RequestOrder {
        claims = Map.copyOf(claims);
    }

    public RequestOrder(PolicyId policy, Duration duration, String reason) {
        this(policy, duration, reason, Map.of());
    }
}
