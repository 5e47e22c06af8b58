package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A credential proves its holder, unless it is disabled or had ended when the snapshot was taken.
public final class CredentialRoutes implements Routes {
    private final SnapshotIndex index;

    public CredentialRoutes(SnapshotIndex index) {
        this.index = index;
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        if (from instanceof CredentialId id) {
            index.credential(id).filter(it -> works(it, index)).ifPresent(it -> {
                // a token with policies of its own is looked at together with its holder, which they may limit
                boolean apart = index.grantsOf(id).isEmpty();
                if (it.holder() != null && apart) {
                    Hop login = new Hop(id, it.holder(), HopKind.LOGS_IN_AS, "", Decisions.given(it.name(), it.kind()));
                    found.accept(new Route(it.holder(), List.of(login)));
                }
            });
        }
    }

    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        boolean any = targets.stream().anyMatch(IdentityId.class::isInstance);
        return any ? Optional.of(new Leading(this, from -> isHeldByOne(from, targets))) : Optional.empty();
    }

    private boolean isHeldByOne(EntityId from, Set<EntityId> targets) {
        return from instanceof CredentialId id
                && index.credential(id)
                        .filter(it -> it.holder() != null && targets.contains(it.holder()))
                        .isPresent();
    }

    /// Whether it was usable when the snapshot was taken.
    public static boolean works(Credential credential, SnapshotIndex index) {
        Instant now = index.snapshot().takenAt();
        boolean ended = credential.expiry() instanceof Expiry.At(Instant end) && end.isBefore(now);
        return credential.active() && !ended;
    }
}
