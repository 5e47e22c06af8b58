package dev.curfew.model.revocation;

import java.time.Instant;

/// Where one step of a plan stands. Written before the act and after it, so that a crash leaves the truth.
///
/// @param detail the provider's answer in short, or why it was not done; never a secret
public record StepRecord(String planId, int ordinal, StepState state, Instant at, String detail) {

    public String key() {
        return planId + "/" + ordinal;
    }
}
