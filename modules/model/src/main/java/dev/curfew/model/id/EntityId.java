package dev.curfew.model.id;

import java.util.Comparator;

/// The identifier of something a source holds. Its text is `<source>:<native id>`; the native id is unique
/// within its source over all types of entity.
public sealed interface EntityId extends Comparable<EntityId> permits IdentityId, CredentialId, PolicyId, ResourceId {

    /// Order by source, then by native id.
    Comparator<EntityId> ORDER = EntityId::compareTo;

    SourceName source();

    /// What the provider calls it: an ARN, an accessor, `policy/admin`, `serviceaccount/ns/name`.
    String nativeId();

    /// `<source>:<native id>`, as commands print and accept it.
    default String text() {
        return source().value() + ":" + nativeId();
    }

    @Override
    default int compareTo(EntityId other) {
        int order = source().compareTo(other.source());
        return order == 0 ? nativeId().compareTo(other.nativeId()) : order;
    }
}
