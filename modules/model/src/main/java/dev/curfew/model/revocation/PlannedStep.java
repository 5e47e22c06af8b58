package dev.curfew.model.revocation;

import dev.curfew.model.id.CredentialId;
import java.util.Map;

/// One step of a plan.
///
/// @param ordinal from 1, in the order of execution
public record PlannedStep(int ordinal, CredentialId credential, String credentialKind, Action action) {

    public Map<String, Object> toJson() {
        return Map.of(
                "ordinal", ordinal, "credential", credential.text(), "kind", credentialKind, "action", action.code());
    }
}
