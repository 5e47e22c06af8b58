package dev.curfew.model.revocation;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;

/// What a verification of one step's credential came to; the newest replaces the one before.
public record ProofRecord(String planId, int ordinal, CredentialId credential, Proof proof) {

    public String key() {
        return planId + "/" + ordinal;
    }
}
