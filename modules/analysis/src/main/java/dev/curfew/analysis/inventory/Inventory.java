package dev.curfew.analysis.inventory;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Projects a snapshot to inventory rows.
public final class Inventory {
    private final SnapshotIndex index;

    public Inventory(SnapshotIndex index) {
        this.index = index;
    }

    /// All rows, by id.
    public List<InventoryRow> rows() {
        Stream<InventoryRow> identities = index.snapshot().identities().stream().map(this::row);
        Stream<InventoryRow> loose = index.snapshot().credentials().stream()
                .filter(it -> it.holder() == null || index.identity(it.holder()).isEmpty())
                .map(this::row);
        return Stream.concat(identities, loose)
                .sorted(Comparator.comparing(InventoryRow::id))
                .toList();
    }

    /// Where it is listed: with its identity, or by itself where it stands for none that was read.
    public InventoryRow of(Credential credential) {
        return Optional.ofNullable(credential.holder())
                .flatMap(index::identity)
                .map(this::row)
                .orElseGet(() -> row(credential));
    }

    public InventoryRow row(Identity identity) {
        List<Credential> credentials = index.credentialsOf(identity.id());
        return new InventoryRow(
                identity.id(),
                identity.kind(),
                identity.name(),
                identity.ownership(),
                credentials.size(),
                grants(identity.id()),
                identity.createdAt(),
                usage(index, identity),
                soonest(credentials),
                identity.tags());
    }

    public InventoryRow row(Credential credential) {
        return new InventoryRow(
                credential.id(),
                credential.kind(),
                credential.name(),
                new Ownership.Unowned(),
                1,
                grants(credential.id()),
                credential.createdAt(),
                credential.usage(),
                credential.expiry(),
                credential.attributes());
    }

    /// The identity's last use, or the latest of its credentials' where those were seen later.
    public static Usage usage(SnapshotIndex index, Identity identity) {
        return index.credentialsOf(identity.id()).stream()
                .map(Credential::usage)
                .reduce(identity.usage(), Inventory::later);
    }

    private int grants(EntityId subject) {
        Set<PolicyId> policies = new HashSet<>();
        Set<EntityId> seen = new HashSet<>();
        Deque<EntityId> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            EntityId next = open.pop();
            if (seen.add(next)) {
                index.grantsOf(next).stream().map(Grant::policy).forEach(policies::add);
                if (next instanceof IdentityId identity) {
                    open.addAll(index.groupsOf(identity));
                }
            }
        }
        return policies.size();
    }

    /// The later of two uses that were seen; evidence of any quality beats none.
    private static Usage later(Usage one, Usage other) {
        if (one instanceof Usage.Seen first && other instanceof Usage.Seen second) {
            return second.at().isAfter(first.at()) ? other : one;
        }
        return rank(other) < rank(one) ? other : one;
    }

    private static int rank(Usage usage) {
        return switch (usage) {
            case Usage.Seen _ -> 0;
            case Usage.NoneSeen _ -> 1;
            case Usage.NotObserved _ -> 2;
        };
    }

    private static Expiry soonest(List<Credential> credentials) {
        return credentials.stream()
                .map(Credential::expiry)
                .min(Comparator.comparing(Inventory::end))
                .orElseGet(() -> new Expiry.Unknown("no credential was observed"));
    }

    /// Orders known ends first, then ends that are not known, then none.
    private static Instant end(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At(Instant at) -> at;
            case Expiry.Unknown _ -> Instant.MAX.minusSeconds(1);
            case Expiry.Never() -> Instant.MAX;
        };
    }
}
