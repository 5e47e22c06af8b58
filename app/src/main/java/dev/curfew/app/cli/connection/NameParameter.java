package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.model.id.SourceName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// Which connection.
final class NameParameter {
    @Parameters(paramLabel = "NAME", descriptionKey = "connection.name", converter = SourceNameText.class)
    private @Nullable SourceName name;

    SourceName name() {
        if (name == null) {
            throw new IllegalStateException("the parser requires it");
        }
        return name;
    }
}
