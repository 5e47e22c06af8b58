package dev.curfew.app.usecase.estate;

import dev.curfew.analysis.signal.RepositoryIdentities;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What somebody or something that is gone had, by the newest reading.
public enum Leaving {
    /// Who answered for it, by whatever name lists of people know them.
    OWNER {
        @Override
        Stream<EntityId> in(SnapshotIndex index, String name) {
            return Several.ownedBy(index, name).ids().stream();
        }
    },
    /// All identities of its name, or of it in a namespace, over all sources.
    WORKLOAD {
        @Override
        Stream<EntityId> in(SnapshotIndex index, String name) {
            return identities(index, identity -> identity.isCalled(name));
        }
    },
    /// What is of that repository and of no other: by a tag, by the owner, or because only its jobs become it.
    REPOSITORY {
        @Override
        Stream<EntityId> in(SnapshotIndex index, String name) {
            return RepositoryIdentities.in(index).of(name).stream();
        }
    },
    /// What a tag says is a vendor's, and what the vendor answered for.
    VENDOR {
        @Override
        Stream<EntityId> in(SnapshotIndex index, String name) {
            return Stream.concat(identities(index, identity -> isVendors(identity, name)), OWNER.in(index, name));
        }
    };

    private static final Set<String> VENDOR_TAGS = Set.of("vendor", "supplier", "third-party", "third_party");

    abstract Stream<EntityId> in(SnapshotIndex index, String name);

    /// Each once; empty where nothing is known to be.
    public List<EntityId> of(SnapshotIndex index, String name) {
        return in(index, name).distinct().sorted().toList();
    }

    private static Stream<EntityId> identities(SnapshotIndex index, Predicate<Identity> which) {
        return index.snapshot().identities().stream().filter(which).map(Identity::id);
    }

    private static boolean isVendors(Identity identity, String name) {
        return identity.tags().entrySet().stream()
                .anyMatch(tag -> VENDOR_TAGS.contains(tag.getKey().toLowerCase(Locale.ROOT))
                        && tag.getValue().equalsIgnoreCase(name));
    }
}
