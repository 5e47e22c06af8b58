package dev.curfew.snapshot.testing;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.keychain.Keychain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A keychain in a folder, for workspaces that open without Argon2's cost, from several processes too.
public final class FileKeychain implements Keychain {
    private final Path folder;

    public FileKeychain(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Secret> find(String account) {
        Path file = folder.resolve(account);
        try {
            return Files.exists(file) ? Optional.of(Secret.of(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(String account, Secret value) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(account), value.reveal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(String account) {
        try {
            Files.deleteIfExists(folder.resolve(account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
