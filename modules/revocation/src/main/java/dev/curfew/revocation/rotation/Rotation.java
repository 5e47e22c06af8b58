package dev.curfew.revocation.rotation;

import dev.curfew.model.id.CredentialId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One credential that is being replaced by another.
///
/// @param officer who began it
/// @param kind of the old one, as in `Credential.kind`
/// @param beside what stood at the source before the new one was made, as in `Rotator.beside`
/// @param fresh the new one; empty until it is made
/// @param since when it came to this stage
/// @param handedAt empty until the new one was handed over
/// @param to what it was handed to
/// @param plan the newest plan that cuts or ends the old one
/// @param said the newest thing that is told of it: an answer, a last use
public record Rotation(
        String id,
        String officer,
        String reason,
        CredentialId old,
        String kind,
        Set<CredentialId> beside,
        Optional<CredentialId> fresh,
        Stage stage,
        Instant since,
        Optional<Instant> handedAt,
        String to,
        Optional<String> plan,
        String said) {
    public Rotation {
        beside = Set.copyOf(beside);
    }

    /// From when on the old one must not have been used.
    Instant unusedFrom() {
        return handedAt.orElse(since);
    }
}
