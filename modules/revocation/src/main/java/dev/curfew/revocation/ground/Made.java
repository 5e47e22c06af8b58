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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which credentials of a reading are what a record says was made. A record says names in its source's own words, and a
/// name may be somebody else's: only a credential that is not older than that counts.
final class Made {
    /// What stands between words in what a record says, and between their parts.
    private static final Pattern BETWEEN = Pattern.compile("[\\s(),]+");

    private static final Pattern INSIDE = Pattern.compile("/");

    /// Clocks that differ, and records that name the second.
    private static final Duration AROUND = Duration.ofMinutes(5);

    private final SnapshotIndex index;
    private final SourceName source;

    Made(SnapshotIndex index, SourceName source) {
        this.index = index;
        this.source = source;
    }

    /// Named by their own ids; else those of the identities that are named.
    List<Credential> of(String what, Instant at) {
        List<String> words = BETWEEN.splitAsStream(what)
                .flatMap(word -> Stream.concat(Stream.of(word), INSIDE.splitAsStream(word)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        List<Credential> named = words.stream()
                .flatMap(this::ids)
                .filter(CredentialId.class::isInstance)
                .flatMap(id -> index.credential((CredentialId) id).stream())
                .filter(credential -> isOf(credential, at))
                .distinct()
                .toList();
        return named.isEmpty() ? held(words, at) : named;
    }

    private List<Credential> held(List<String> words, Instant at) {
        return words.stream()
                .flatMap(this::identities)
                .distinct()
                .flatMap(id -> index.credentialsOf(id).stream())
                .filter(credential -> isOf(credential, at))
                .toList();
    }

    private static boolean isOf(Credential credential, Instant at) {
        Instant created = credential.createdAt();
        return credential.active() && created != null && !created.isBefore(at.minus(AROUND));
    }

    private Stream<EntityId> ids(String word) {
        return index.resolve(source + ":" + word).stream()
                .filter(id -> id.source().equals(source));
    }

    private Stream<IdentityId> identities(String word) {
        return Stream.concat(
                ids(word).filter(IdentityId.class::isInstance).map(IdentityId.class::cast),
                index.snapshot().identities().stream()
                        .filter(identity -> identity.source().equals(source) && identity.isCalled(word))
                        .map(Identity::id));
    }
}
