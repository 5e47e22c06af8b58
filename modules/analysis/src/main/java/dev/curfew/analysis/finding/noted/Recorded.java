package dev.curfew.analysis.finding.noted;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What Curfew did at sources, as its ledger and its windows have it: what stands there now is held against this.
public record Recorded(List<Given> given, List<Written> written) {
    public static final Recorded NOTHING = new Recorded(List.of(), List.of());

    public Recorded {
        given = List.copyOf(given);
        written = List.copyOf(written);
    }

    /// A window's credential, made for it alone.
    ///
    /// @param policy all that it was to hold
    /// @param endsAt as its target was told when it was opened, whatever was decided since
    /// @param endedAt empty while the window is open
    public record Given(
            String window, CredentialId credential, PolicyId policy, Instant endsAt, Optional<Instant> endedAt) {
        boolean isOpen() {
            return endedAt.isEmpty();
        }
    }

    /// A narrower policy that was written.
    ///
    /// @param at when it stood there
    public record Written(String narrowing, PolicyId policy, String text, Instant at) {}
}
