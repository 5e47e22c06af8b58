package dev.curfew.revocation.ground;

import dev.curfew.analysis.reach.aws.CredentialRoom;
import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.catalogue.Catalogue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a plan is made on: the snapshot, and the credentials of open windows, which the last reading may not have seen.
public final class Ground {
    private final SnapshotIndex index;
    private final Map<CredentialId, Window> windows = new LinkedHashMap<>();
    private final Targets targets;
    private final Reaches reaches;
    private final Map<Set<CredentialId>, Reaches> roomier = new HashMap<>();
    private final LoggedIn loggedIn;
    private final Sessions sessions;
    private final Made made;

    public Ground(SnapshotIndex index, List<Window> all, Targets targets, Catalogue catalogue) {
        this.index = index;
        sessions = new Sessions(index, catalogue);
        this.targets = targets;
        reaches = new Reaches(index);
        loggedIn = new LoggedIn(index);
        made = new Made(index);
        all.stream().filter(Window::isOpen).forEach(window -> windows.put(window.credential(), window));
    }

    public SnapshotIndex index() {
        return index;
    }

    @Nullable
    public Window window(CredentialId credential) {
        return windows.get(credential);
    }

    /// How far things reach on it.
    public Reaches reaches() {
        return reaches;
    }

    /// How far things reach once these have ended: of some credentials nobody may have more than a few, and what ends
    /// makes room for others.
    public Reaches reachesOnceEnded(Set<CredentialId> ended) {
        boolean makesRoom =
                ended.stream().flatMap(id -> index.credential(id).stream()).anyMatch(CredentialRoom::isTakenBy);
        return makesRoom ? roomier.computeIfAbsent(Set.copyOf(ended), this::without) : reaches;
    }

    private Reaches without(Set<CredentialId> ended) {
        Snapshot now = index.snapshot();
        List<Credential> left = now.credentials().stream()
                .filter(credential -> !ended.contains(credential.id()))
                .toList();
        return new Reaches(index.next(new Snapshot(
                now.number(),
                now.takenAt(),
                now.identities(),
                left,
                now.policies(),
                now.grants(),
                now.memberships(),
                now.resources(),
                now.trusts(),
                now.coverage())));
    }

    /// What may have been logged in for with it, and goes on when it ends.
    public List<Credential> loggedIn(Credential credential) {
        return loggedIn.with(credential);
    }

    /// What records say was made on it.
    public Made made() {
        return made;
    }

    /// The identities of all sources that go by this name, or by it in a namespace: one agent, where an officer says
    /// that it is one.
    public List<IdentityId> called(String name) {
        return index.snapshot().identities().stream()
                .filter(identity -> identity.isCalled(name))
                .map(Identity::id)
                .sorted()
                .toList();
    }

    /// Everything that the text may name by its id, or else by a fingerprint.
    public List<EntityId> named(String text) {
        List<EntityId> ids = resolve(text);
        return ids.isEmpty() ? fingerprinted(text) : ids;
    }

    /// Credentials whose fingerprint, as their source or the reading gives it, is the text.
    private List<EntityId> fingerprinted(String text) {
        return index.snapshot().credentials().stream()
                .filter(credential ->
                        text.equalsIgnoreCase(credential.attributes().get(Contents.FINGERPRINT)))
                .map(Credential::id)
                .map(EntityId.class::cast)
                .sorted()
                .toList();
    }

    /// Everything the text may name.
    public List<EntityId> resolve(String text) {
        Stream<EntityId> issued = windows.keySet().stream()
                .filter(id -> id.text().equals(text) || id.nativeId().equals(text))
                .map(EntityId.class::cast);
        Stream<EntityId> ofAll = sessions.called(text).stream().map(EntityId.class::cast);
        return Stream.concat(Stream.concat(index.resolve(text).stream(), issued), ofAll)
                .distinct()
                .sorted()
                .toList();
    }

    /// The credentials that an id stands for: itself, or all that an identity holds.
    public List<Credential> credentials(EntityId id) {
        return switch (id) {
            case CredentialId credential -> credential(credential).stream().toList();
            case IdentityId identity ->
                Stream.concat(index.credentialsOf(identity).stream(), sessions.along(identity).stream())
                        .toList();
            case PolicyId _, ResourceId _ -> List.of();
        };
    }

    private Optional<Credential> credential(CredentialId id) {
        return index.credential(id)
                .or(() -> Optional.ofNullable(windows.get(id)).flatMap(this::issued))
                .or(() -> SessionsId.holder(id).flatMap(sessions::of));
    }

    private Optional<Credential> issued(Window window) {
        return targets.issuedKind(window.credential().source())
                .map(kind -> new Credential(
                        window.credential(),
                        kind,
                        window.id(),
                        null,
                        null,
                        window.openedAt(),
                        new Expiry.At(window.endsAt()),
                        new Usage.NotObserved("not read since it was issued"),
                        true,
                        Map.of(),
                        new Provenance("windows", "issued by Curfew", "{}")));
    }
}
