package dev.curfew.model.id;

/// Names an identity: a user, role, service account, entity, agent.
public record IdentityId(SourceName source, String nativeId) implements EntityId {

    /// @throws IllegalArgumentException if the native id is blank or holds a control character
    public IdentityId {
        NativeIds.check(nativeId);
    }

    public static IdentityId of(String source, String nativeId) {
        return new IdentityId(new SourceName(source), nativeId);
    }

    @Override
    public String toString() {
        return text();
    }
}
