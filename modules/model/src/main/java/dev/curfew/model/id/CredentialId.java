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

    /// @param text as [#text] has it
    /// @throws IllegalArgumentException if it is none
    public static CredentialId read(String text) {
        int colon = text.indexOf(':');
        return of(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return text();
    }
}
