package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file or a folder to read as a source.
///
/// @param kind a file's, as its connector describes it
/// @param read what opens parts of it, or null; closed by the importing
/// @param settings what the kind needs besides, never secret
public record NewFile(
        SourceName name, String kind, Path file, @Nullable Secret read, Map<String, String> settings)
        implements AutoCloseable {
    public NewFile {
        settings = Map.copyOf(settings);
    }

    @Override
    public void close() {
        if (read != null) {
            read.close();
        }
    }
}
