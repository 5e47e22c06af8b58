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

    /// @param text as [#text] has it
    /// @throws IllegalArgumentException if it is none
    public static IdentityId read(String text) {
        int colon = text.indexOf(':');
        return of(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return text();
    }
}
