package dev.curfew.app.console.bench;

import dev.curfew.app.console.component.dialog.FileChoosing;
import java.nio.file.Path;
import java.util.Optional;

/// The person always thinks better of it.
public final class NoFiles implements FileChoosing {

    @Override
    public Optional<Path> toOpen(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(String title, String suggestedName) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
