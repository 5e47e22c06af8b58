package dev.curfew.app.usecase.exchange;

import dev.curfew.app.usecase.Refused;
import java.nio.file.Path;

/// Writes the workspace's contents to a file that another machine can open, read-only.
public interface Exchange {

    /// @throws Refused if the file exists or cannot be written
    void export(Path file);
}
