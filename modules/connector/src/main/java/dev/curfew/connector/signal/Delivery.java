package dev.curfew.connector.signal;

import java.util.Arrays;

/// A webhook as it came.
public final class Delivery {
    /// A forge's largest event that is read has some tens of kilobytes.
    public static final int BYTES_MAX = 256 * 1024;

    private final String signature;
    private final byte[] body;

    /// @param signature of `X-Hub-Signature-256` or `Curfew-Signature`; empty where there was none
    /// @param body the bytes that were signed
    public Delivery(String signature, byte[] body) {
        this.signature = signature;
        this.body = body.clone();
    }

    public String signature() {
        return signature;
    }

    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delivery that && signature.equals(that.signature) && Arrays.equals(body, that.body);
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
