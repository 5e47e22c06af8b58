package dev.curfew.connector.signal;

import java.util.Arrays;

/// A webhook as it came.
///
/// @param signature of `X-Hub-Signature-256` or `Curfew-Signature`; empty where there was none
/// @param body the bytes that were signed; not to be changed
public record Delivery(String signature, byte[] body) {
    /// A forge's largest event that is read has some tens of kilobytes.
    public static final int BYTES_MAX = 256 * 1024;

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivery(String their, byte[] bytes)
                && signature.equals(their)
                && Arrays.equals(body, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * signature.hashCode() + Arrays.hashCode(body);
    }

    /// Without the body, which may say anything.
    @Override
    public String toString() {
        return "delivery of " + body.length + " bytes";
    }
}
