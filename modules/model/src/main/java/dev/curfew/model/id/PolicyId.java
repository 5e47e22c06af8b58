package dev.curfew.model.id;

/// Names a policy document.
public record PolicyId(SourceName source, String nativeId) implements EntityId {

    /// @throws IllegalArgumentException if the native id is blank or holds a control character
    public PolicyId {
        NativeIds.check(nativeId);
    }

    public static PolicyId of(String source, String nativeId) {
        return new PolicyId(new SourceName(source), nativeId);
    }

    @Override
    public String toString() {
        return text();
    }
}
