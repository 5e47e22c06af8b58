package dev.curfew.app.usecase.run;

import java.time.Duration;
import java.util.Map;

/// What a command is to run with.
///
/// @param policy the policy's or role's id, or what is unambiguous of it
/// @param duration how long the credential lives at most
/// @param purpose why, in the requester's words
/// @param claims as in `ExceptionRequest.claims`
public record RunOrder(String policy, Duration duration, String purpose, Map<String, String> claims) {
    public RunOrder {
        claims = Map.copyOf(claims);
    }
}
