package dev.curfew.governance.reach;

import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import java.util.Optional;

/// A policy's text as a snapshot holds it, and the hash by which an approval is bound to it.
public final class PolicyTexts {
    private PolicyTexts() {}

    public static Optional<Policy> of(Snapshot snapshot, PolicyId policy) {
        return snapshot.policies().stream()
                .filter(candidate -> candidate.id().equals(policy))
                .findFirst();
    }

    /// As in `ExceptionRequest.policyTextHash`: of the text byte for byte, for a provider that reformats has changed
    /// it.
    public static String hash(String text) {
        return Sha256.hex(text);
    }
}
