package dev.curfew.app.console.component.dialog;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for a file or a folder. Empty: the person thought better of it.
public interface FileChoosing {

    Optional<Path> toOpen(String title);

    Optional<Path> toSave(String title, String suggestedName);

    Optional<Path> folder(String title);
}
