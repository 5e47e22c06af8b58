package dev.curfew.model.id;

/// Names something access is granted to.
public record ResourceId(SourceName source, String nativeId) implements EntityId {

    /// @throws IllegalArgumentException if the native id is blank or holds a control character
    public ResourceId {
        NativeIds.check(nativeId);
    }

    public static ResourceId of(String source, String nativeId) {
        return new ResourceId(new SourceName(source), nativeId);
    }

    @Override
    public String toString() {
        return text();
    }
}
