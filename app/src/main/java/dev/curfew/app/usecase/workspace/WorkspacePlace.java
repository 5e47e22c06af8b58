package dev.curfew.app.usecase.workspace;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a workspace is.
///
/// @param directory its folder
/// @param checkpointFile where the ledger's newest checkpoint is kept outside of it; null: where Curfew keeps it for
///     this person on this machine
public record WorkspacePlace(Path directory, @Nullable Path checkpointFile) {

    public static WorkspacePlace at(Path directory) {
        return new WorkspacePlace(directory, null);
    }
}
