package dev.curfew.analysis.finding.noted;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.people.Attestation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What owners said, and what they were to say and did not.
///
/// @param said oldest first; the newest of an identity counts
/// @param unanswered questions whose time is over, unless the same was asked again since
/// @param asked what an answer is still waited for
/// @param every how often an owner is to say; null: nobody laid that down
public record Attestations(
        List<Attestation> said,
        List<Unanswered> unanswered,
        Set<IdentityId> asked,
        @Nullable Duration every) {
    public static final Attestations NONE = new Attestations(List.of(), List.of(), Set.of(), null);

    public Attestations {
        said = List.copyOf(said);
        unanswered = List.copyOf(unanswered);
        asked = Set.copyOf(asked);
    }

    /// One identity of a question that nobody answered in time.
    ///
    /// @param owner as its tag named them then
    public record Unanswered(IdentityId identity, String owner, String ask, Instant due) {}
}
