package dev.curfew.analysis.finding.noted;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What things and moments are called in findings of what was noted.
final class NotedWords {
    private NotedWords() {}

    /// Its whole id where it was not read, or is neither an identity nor a credential.
    static String name(SnapshotIndex index, EntityId entity) {
        return switch (entity) {
            case IdentityId id -> index.identity(id).map(Identity::name).orElseGet(id::text);
            case CredentialId id -> index.credential(id).map(Credential::name).orElseGet(id::text);
            default -> entity.text();
        };
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
