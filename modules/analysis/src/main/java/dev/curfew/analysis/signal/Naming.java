package dev.curfew.analysis.signal;

import dev.curfew.analysis.reach.federation.TokenHolders;
import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds whom a tip names, by exact ids and nothing like them: a part of a name or a guess names nobody.
public final class Naming {
    /// Tags by which identities have a mail address.
    private static final List<String> MAIL_TAGS = List.of("email", "mail");

    private final SnapshotIndex index;

    public Naming(SnapshotIndex index) {
        this.index = index;
    }

    /// @param sources whose identities the sender may name; none: of every source
    public Named of(Tip tip, List<String> sources) {
        Set<EntityId> all = new TreeSet<>();
        boolean repository = false;
        for (SignalSubject subject : tip.subjects()) {
            named(subject)
                    .filter(id ->
                            sources.isEmpty() || sources.contains(id.source().value()))
                    .forEach(all::add);
            repository |= subject.form() == SignalSubject.Form.REPOSITORY;
        }
        if (all.isEmpty()) {
            return new Named.Nobody();
        }
        List<EntityId> ids = List.copyOf(all);
        return ids.size() == 1 || repository ? new Named.Exactly(ids) : new Named.Ambiguous(ids);
    }

    private Stream<? extends EntityId> named(SignalSubject subject) {
        return switch (subject.form()) {
            case ID -> byId(subject.value());
            case ISSUER_SUBJECT -> new TokenHolders(index).of(subject.issuer(), subject.value()).stream();
            case EMAIL -> byMail(subject.value());
            case REPOSITORY -> RepositoryIdentities.in(index).of(subject.value()).stream();
            case PLACE ->
                SecretPlace.of(subject.value()).map(new PlacedSecrets(index)::of).stream()
                        .flatMap(List::stream);
            case OTHER -> Stream.empty();
        };
    }

    private Stream<EntityId> byId(String text) {
        List<EntityId> ids = index.resolve(text).stream()
                .filter(id -> id instanceof IdentityId || id instanceof CredentialId)
                .toList();
        return ids.isEmpty() ? byFingerprint(text) : ids.stream();
    }

    private Stream<EntityId> byFingerprint(String text) {
        return index.snapshot().credentials().stream()
                .filter(credential ->
                        text.equalsIgnoreCase(credential.attributes().get(Contents.FINGERPRINT)))
                .map(credential -> credential.id());
    }

    private Stream<IdentityId> byMail(String address) {
        return index.snapshot().identities().stream()
                .filter(identity -> hasMail(identity, address))
                .map(Identity::id);
    }

    private static boolean hasMail(Identity identity, String address) {
        return identity.name().equalsIgnoreCase(address)
                || MAIL_TAGS.stream()
                        .anyMatch(
                                tag -> address.equalsIgnoreCase(identity.tags().get(tag)));
    }
}
