package dev.curfew.app.cli.see;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An identity or a credential, as far as it is told when it was made, used, and ends.
///
/// @param lifecycle empty for a credential
/// @param expiry empty for an identity, which has none
record Shown(
        String id,
        String kind,
        String name,
        Optional<Lifecycle> lifecycle,
        @Nullable Instant createdAt,
        Optional<Expiry> expiry,
        Usage usage) {

    static Shown of(Identity identity, Optional<Lifecycle> lifecycle) {
        return new Shown(
                identity.id().text(),
                identity.kind(),
                identity.name(),
                lifecycle,
                identity.createdAt(),
                Optional.empty(),
                identity.usage());
    }

    static Shown of(Credential credential) {
        return new Shown(
                credential.id().text(),
                credential.kind(),
                credential.name(),
                Optional.empty(),
                credential.createdAt(),
                Optional.of(credential.expiry()),
                credential.usage());
    }
}
