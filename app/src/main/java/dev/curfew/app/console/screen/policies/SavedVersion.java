package dev.curfew.app.console.screen.policies;

import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.policy.PolicyDifference;
import dev.curfew.governance.policy.PolicyTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version of the policies, with what it has otherwise than the one before it.
///
/// @param difference empty for the first, and where one of the two cannot be read any more
record SavedVersion(PolicyVersion version, Optional<PolicyDifference> difference, boolean inForce) {

    /// @param versions oldest first
    /// @return newest first
    static List<SavedVersion> of(List<PolicyVersion> versions) {
        List<SavedVersion> all = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            all.add(new SavedVersion(
                    versions.get(i),
                    i == 0 ? Optional.empty() : difference(versions.get(i - 1), versions.get(i)),
                    i == versions.size() - 1));
        }
        return all.reversed();
    }

    private static Optional<PolicyDifference> difference(PolicyVersion before, PolicyVersion after) {
        try {
            return Optional.of(PolicyDifference.between(before.pack(), after.pack()));
        } catch (PolicyTextException _) {
            return Optional.empty();
        }
    }
}
