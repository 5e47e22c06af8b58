package dev.curfew.app.decision.killed;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.keychain.Keychain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// Keys in files, so that no process spends its time on a passphrase.
record DiskKeychain(Path folder) implements Keychain {
    private Path file(String account) {
        return folder.resolve("key-" + HexFormat.of().formatHex(account.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<Secret> find(String account) {
        try {
            return Files.exists(file(account))
                    ? Optional.of(Secret.of(Files.readString(file(account))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(String account, Secret value) {
        try {
            Files.writeString(file(account), value.reveal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(String account) {
        try {
            Files.deleteIfExists(file(account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
