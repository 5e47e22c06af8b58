package dev.curfew.model.id;

/// Names a credential, by the provider's public id, never by its value.
public record CredentialId(SourceName source, String nativeId) implements EntityId {

    /// @throws IllegalArgumentException if the native id is blank or holds a control character
    public CredentialId {
        NativeIds.check(nativeId);
    }

    public static CredentialId of(String source, String nativeId) {
        return new CredentialId(new SourceName(source), nativeId);
    }

    @Override
    public String toString() {
        return text();
    }
}
