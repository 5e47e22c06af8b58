package dev.curfew.model.revocation;

import dev.curfew.model.proof.ProbeOutcome;

/// One try of a credential, kept.
///
/// @param ordinal the step whose credential was tried
/// @param attempt from 1 within the step; the tries before the act are numbered with the rest
/// @param beforeAct whether it was made before the step acted
public record ProbeAttempt(String planId, int ordinal, int attempt, boolean beforeAct, ProbeOutcome outcome) {

    public String key() {
        return planId + "/" + ordinal + "/" + attempt;
    }
}
