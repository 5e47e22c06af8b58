package dev.curfew.app.cli.see;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.analysis.signal.Risk;
import dev.curfew.app.cli.use.UseTold;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.people.Attestation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An identity or a credential, as far as it is told when it was made, used, and ends.
///
/// @param keptIn what keeps it, or runs as it
/// @param attestation what an owner said of it last; empty for a credential, and where nothing was said
/// @param ownership empty for a credential
/// @param use null where it was not asked for
/// @param lifecycle empty for a credential
/// @param risk empty where no signal stands
/// @param expiry empty for an identity, which has none
record Shown(
        String id,
        String kind,
        String name,
        Optional<Lifecycle> lifecycle,
        Optional<Risk> risk,
        @Nullable Instant createdAt,
        Optional<Expiry> expiry,
        Usage usage,
        List<String> keptIn,
        Optional<Attestation> attestation,
        @Nullable UseTold use,
        Optional<Ownership> ownership) {
    Shown {
        keptIn = List.copyOf(keptIn);
    }

    static Shown of(
            Identity identity,
            Optional<Lifecycle> lifecycle,
            Optional<Risk> risk,
            List<String> keptIn,
            Optional<Attestation> attestation,
            @Nullable UseTold use) {
        return new Shown(
                identity.id().text(),
                identity.kind(),
                identity.name(),
                lifecycle,
                risk,
                identity.createdAt(),
                Optional.empty(),
                identity.usage(),
                keptIn,
                attestation,
                use,
                Optional.of(identity.ownership()));
    }

    static Shown of(Credential credential, Optional<Risk> risk, List<String> keptIn, @Nullable UseTold use) {
        return new Shown(
                credential.id().text(),
                credential.kind(),
                credential.name(),
                Optional.empty(),
                risk,
                credential.createdAt(),
                Optional.of(credential.expiry()),
                credential.usage(),
                keptIn,
                Optional.empty(),
                use,
                Optional.empty());
    }
}
