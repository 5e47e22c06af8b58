package dev.curfew.app.console.bench;

import dev.curfew.app.console.component.dialog.FileChoosing;
import java.nio.file.Path;
import java.util.Optional;

/// Chooses what it was handed; nothing, while it has nothing.
public final class HandedFiles implements FileChoosing {

    private Optional<Path> next = Optional.empty();

    public void hand(Path file) {
        next = Optional.of(file);
    }

    @Override
    public Optional<Path> toOpen(String title) {
        return next;
    }

    @Override
    public Optional<Path> toSave(String title, String suggestedName) {
        return next;
    }

    @Override
    public Optional<Path> folder(String title) {
        return next;
    }
}
