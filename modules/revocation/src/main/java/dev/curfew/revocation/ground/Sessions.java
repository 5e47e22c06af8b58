package dev.curfew.revocation.ground;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.catalogue.Revocability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All sessions of an identity as one credential, where its source lists none of them and can end them at once.
final class Sessions {
    private static final Messages MESSAGES = Messages.of(Sessions.class);

    private final SnapshotIndex index;
    private final Catalogue catalogue;

    Sessions(SnapshotIndex index, Catalogue catalogue) {
        this.index = index;
        this.catalogue = catalogue;
    }

    Optional<Credential> of(IdentityId id) {
        return index.identity(id)
                .flatMap(identity -> catalogue.sessionsOf(identity.kind()).map(how -> credential(identity, how)));
    }

    /// Those that end along with whose they are.
    Optional<Credential> along(IdentityId id) {
        return index.identity(id)
                .filter(identity -> catalogue
                        .sessionsOf(identity.kind())
                        .filter(how -> !how.byNameOnly())
                        .isPresent())
                .flatMap(identity -> of(identity.id()));
    }

    /// What the text may name of such, with its source or without.
    List<CredentialId> called(String text) {
        return SessionsId.isMeantBy(text)
                ? index.snapshot().identities().stream()
                        .filter(identity ->
                                catalogue.sessionsOf(identity.kind()).isPresent())
                        .map(identity -> SessionsId.of(identity.id()))
                        .filter(id -> id.text().equals(text) || id.nativeId().equals(text))
                        .toList()
                : List.of();
    }

    private static Credential credential(Identity identity, Revocability how) {
        return new Credential(
                SessionsId.of(identity.id()),
                how.kind(),
                identity.name(),
                identity.id(),
                null,
                null,
                new Expiry.Unknown(MESSAGES.text("unlisted")),
                new Usage.NotObserved(MESSAGES.text("unlisted")),
                true,
                Map.of(),
                new Provenance("catalogue", how.name(), "{}"));
    }
}
