package dev.curfew.app.usecase.source;

import dev.curfew.model.id.SourceName;
import java.nio.file.Path;
import java.util.Map;

/// A file to read as a source.
///
/// @param kind a file's, as its connector describes it
/// @param settings what the kind needs besides, never secret
public record NewFile(SourceName name, String kind, Path file, Map<String, String> settings) {
    public NewFile {
        settings = Map.copyOf(settings);
    }
}
