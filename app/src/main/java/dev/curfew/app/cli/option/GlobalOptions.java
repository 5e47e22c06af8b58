package dev.curfew.app.cli.option;

import dev.curfew.app.cli.output.OutputFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options that every command takes, before its name or after.
public final class GlobalOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT)
    private @Nullable Path workspace;

    @Option(names = "--passphrase-file", paramLabel = "FILE", scope = ScopeType.INHERIT)
    private @Nullable Path passphraseFile;

    @Option(names = "--checkpoint-file", paramLabel = "FILE", scope = ScopeType.INHERIT)
    private @Nullable Path checkpointFile;

    @Option(names = "--format", paramLabel = "FORMAT", scope = ScopeType.INHERIT, defaultValue = "table")
    private OutputFormat format = OutputFormat.table;

    @Option(names = "--progress", scope = ScopeType.INHERIT)
    private boolean progress;

    public @Nullable Path workspace() {
        return workspace;
    }

    public @Nullable Path passphraseFile() {
        return passphraseFile;
    }

    public @Nullable Path checkpointFile() {
        return checkpointFile;
    }

    public OutputFormat format() {
        return format;
    }

    /// Whether progress is written even where nobody looks.
    public boolean progress() {
        return progress;
    }
}
