package dev.curfew.model.id;

/// The one rule all native ids share.
final class NativeIds {
    /// Longer than any provider's identifier (an ARN has at most 2,048 characters).
    private static final int CHARACTERS_MAX = 4096;

    private NativeIds() {}

    static void check(String nativeId) {
        if (nativeId.isBlank() || nativeId.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("a native id has 1 to " + CHARACTERS_MAX + " characters");
        }
        // no stream: there are hundreds of thousands of ids in an estate
        for (int i = 0; i < nativeId.length(); i++) {
            if (Character.isISOControl(nativeId.charAt(i))) {
                throw new IllegalArgumentException("a native id holds no control characters");
            }
        }
    }
}
