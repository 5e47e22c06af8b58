package dev.curfew.revocation.ground;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which credentials of a reading are what a record says was made: what a thief did names others too, and a plan that
/// takes those ends what nobody stole. Only a whole word counts, never a part of a path: a credential's own id, or one
/// identity that came to be just then.
public final class Made {
    /// Clocks that differ, and records that name the second.
    private static final Duration AROUND = Duration.ofMinutes(5);

    private final SnapshotIndex index;

    private @Nullable Map<Name, List<Identity>> names;

    Made(SnapshotIndex index) {
        this.index = index;
    }

    private record Name(SourceName source, String name) {}

    /// Those that it names by their own ids.
    ///
    /// @param what in the record's own words
    public List<Credential> named(SourceName source, String what, Instant at) {
        return Words.of(what).stream()
                .flatMap(word -> ids(source, word))
                .filter(CredentialId.class::isInstance)
                .flatMap(id -> index.credential((CredentialId) id).stream())
                .filter(credential -> isOf(credential, at))
                .distinct()
                .toList();
    }

    /// The identity that it names and that came to be just then; none where it may be one of several.
    public Optional<IdentityId> born(SourceName source, String what, Instant at) {
        List<IdentityId> born = Words.of(what).stream()
                .flatMap(word -> identities(source, word))
                .filter(identity -> isBornAt(identity, at))
                .map(Identity::id)
                .distinct()
                .toList();
        return born.size() == 1 ? Optional.of(born.getFirst()) : Optional.empty();
    }

    /// What it holds that is no older.
    public List<Credential> held(IdentityId born, Instant at) {
        return index.credentialsOf(born).stream()
                .filter(credential -> isOf(credential, at))
                .toList();
    }

    private static boolean isOf(Credential credential, Instant at) {
        Instant created = credential.createdAt();
        return credential.active() && created != null && !created.isBefore(at.minus(AROUND));
    }

    /// What gives something to an identity names it just as what makes it does: it is older then.
    private static boolean isBornAt(Identity identity, Instant at) {
        Instant created = identity.createdAt();
        return created != null && !created.isBefore(at.minus(AROUND)) && !created.isAfter(at.plus(AROUND));
    }

    private Stream<EntityId> ids(SourceName source, String word) {
        return index.resolve(source + ":" + word).stream()
                .filter(id -> id.source().equals(source));
    }

    private Stream<Identity> identities(SourceName source, String word) {
        return Stream.concat(
                ids(source, word)
                        .filter(IdentityId.class::isInstance)
                        .flatMap(id -> index.identity((IdentityId) id).stream()),
                names().getOrDefault(new Name(source, word), List.of()).stream());
    }

    private Map<Name, List<Identity>> names() {
        Map<Name, List<Identity>> known = names;
        if (known == null) {
            known = index.snapshot().identities().stream()
                    .collect(Collectors.groupingBy(identity -> new Name(identity.source(), identity.name())));
            names = known;
        }
        return known;
    }
}
