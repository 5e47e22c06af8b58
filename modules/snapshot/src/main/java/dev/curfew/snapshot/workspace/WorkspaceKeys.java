package dev.curfew.snapshot.workspace;

import dev.curfew.snapshot.crypto.AesGcm;
import java.io.Closeable;
import java.util.Arrays;

/// The workspace's own random keys, in memory; wiped by [#close].
final class WorkspaceKeys implements Closeable {
    private final byte[] database;
    private final byte[] secrets;

    private WorkspaceKeys(byte[] database, byte[] secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    static WorkspaceKeys random() {
        return new WorkspaceKeys(AesGcm.randomBytes(AesGcm.KEY_BYTES), AesGcm.randomBytes(AesGcm.KEY_BYTES));
    }

    /// Takes both out of [#joined], and wipes it.
    static WorkspaceKeys split(byte[] joined) {
        WorkspaceKeys keys = new WorkspaceKeys(
                Arrays.copyOf(joined, AesGcm.KEY_BYTES),
                Arrays.copyOfRange(joined, AesGcm.KEY_BYTES, 2 * AesGcm.KEY_BYTES));
        Arrays.fill(joined, (byte) 0);
        return keys;
    }

    /// Both in one array, which the caller wipes.
    byte[] joined() {
        byte[] joined = Arrays.copyOf(database, 2 * AesGcm.KEY_BYTES);
        System.arraycopy(secrets, 0, joined, AesGcm.KEY_BYTES, AesGcm.KEY_BYTES);
        return joined;
    }

    byte[] database() {
        return database;
    }

    byte[] secrets() {
        return secrets;
    }

    /// Of these keys alone: whoever opens the workspace has it, and nobody else.
    byte[] shared() {
        return KeyWrap.derive(secrets, "curfew workspace 1 counter");
    }

    /// Of these keys alone, for what is worked out of the store and kept beside it.
    byte[] kept() {
        return KeyWrap.derive(secrets, "curfew workspace 1 kept");
    }

    @Override
    public void close() {
        Arrays.fill(database, (byte) 0);
        Arrays.fill(secrets, (byte) 0);
    }
}
