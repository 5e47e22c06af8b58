package dev.curfew.snapshot.secret;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.crypto.AesGcm;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.secret.SecretsException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Secrets in one file, encrypted with AES-256-GCM and bound to their workspace. Each change replaces the file; no
/// file is no secrets. Safe for use by many threads of one process; the workspace's lock keeps other processes out.
public final class EncryptedSecrets implements Secrets {
    private final Path file;
    private final byte[] key;
    private final byte[] associated;
    private final boolean readOnly;
    private final Messages messages = Messages.of(EncryptedSecrets.class);

    /// @param key lent; whoever owns it wipes it when the workspace closes
    /// @param workspaceId binds the file to its workspace
    public EncryptedSecrets(Path file, byte[] key, String workspaceId, boolean readOnly) {
        this.file = file;
        this.key = key;
        this.associated = ("curfew-secrets:1:" + workspaceId).getBytes(StandardCharsets.UTF_8);
        this.readOnly = readOnly;
    }

    @Override
    public synchronized Optional<Secret> get(String name) {
        try (SecretTable table = read()) {
            return table.get(name);
        }
    }

    @Override
    public synchronized void put(String name, Secret value) {
        change(table -> table.put(name, value));
    }

    @Override
    public synchronized void remove(String name) {
        change(table -> table.remove(name));
    }

    private void change(Consumer<SecretTable> change) {
        if (readOnly) {
            throw new SecretsException(Kind.READ_ONLY, messages.text("read-only"));
        }
        try (SecretTable table = read()) {
            change.accept(table);
            write(table);
        }
    }

    private SecretTable read() {
        try {
            return AesGcm.open(key, Files.readAllBytes(file), associated)
                    .map(SecretTable::decode)
                    .orElseThrow(() -> new SecretsException(Kind.DAMAGED, messages.text("damaged", file)));
        } catch (NoSuchFileException _) {
            return new SecretTable();
        } catch (IOException e) {
            throw new SecretsException(Kind.INACCESSIBLE, messages.text("inaccessible", file, Reason.of(e)), e);
        }
    }

    private void write(SecretTable table) {
        try {
            PrivateFiles.replace(file, table.seal(clear -> AesGcm.seal(key, clear, associated)));
        } catch (IOException e) {
            throw new SecretsException(Kind.INACCESSIBLE, messages.text("inaccessible", file, Reason.of(e)), e);
        }
    }
}
