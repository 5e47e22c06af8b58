package dev.curfew.revocation.plan;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a plan is made on: the snapshot, and the credentials of open windows, which the last reading may not have seen.
final class Ground {
    private final SnapshotIndex index;
    private final Map<CredentialId, Window> windows = new LinkedHashMap<>();
    private final Targets targets;

    Ground(SnapshotIndex index, List<Window> all, Targets targets) {
        this.index = index;
        this.targets = targets;
        all.stream().filter(Window::isOpen).forEach(window -> windows.put(window.credential(), window));
    }

    SnapshotIndex index() {
        return index;
    }

    @Nullable
    Window window(CredentialId credential) {
        return windows.get(credential);
    }

    /// Everything the text may name.
    List<EntityId> resolve(String text) {
        Stream<EntityId> issued = windows.keySet().stream()
                .filter(id -> id.text().equals(text) || id.nativeId().equals(text))
                .map(EntityId.class::cast);
        return Stream.concat(index.resolve(text).stream(), issued)
                .distinct()
                .sorted()
                .toList();
    }

    /// The credentials that an id stands for: itself, or all that an identity holds.
    List<Credential> credentials(EntityId id) {
        return switch (id) {
            case CredentialId credential -> credential(credential).stream().toList();
            case IdentityId identity -> index.credentialsOf(identity);
            case PolicyId _, ResourceId _ -> List.of();
        };
    }

    private Optional<Credential> credential(CredentialId id) {
        return index.credential(id)
                .or(() -> Optional.ofNullable(windows.get(id)).flatMap(this::issued));
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
