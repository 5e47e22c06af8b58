package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import java.nio.file.Path;
import java.util.List;

/// Connects sources and reads them.
public interface Sources {

    List<SourceStatus> list();

    /// Keeps the connection and its secrets, after one reading shows that the credential works.
    ///
    /// @throws Refused if the name is taken or the workspace is read-only
    /// @throws dev.curfew.model.port.SourceException if the source cannot be read with it; then nothing is kept
    SourceStatus connect(NewConnection wanted, Progress progress) throws InterruptedException;

    /// @throws Refused if there is no such source or the workspace is read-only
    SyncResult sync(SourceName name, Progress progress) throws InterruptedException;

    /// Reads every source, one after another; one that fails does not stop the rest.
    ///
    /// @throws Refused if the workspace is read-only
    List<SyncResult> syncAll(Progress progress) throws InterruptedException;

    /// Reads an account authorization details file as a source of the given name. Imported again under the same name,
    /// it is a newer reading of that source.
    ///
    /// @throws Refused if the name belongs to a source of another kind or the workspace is read-only
    SyncResult importAws(Path file, SourceName name, Progress progress) throws InterruptedException;

    /// Connects the seeded sample estate and reads it.
    ///
    /// @param identities about how many non-human identities
    /// @throws Refused if the workspace is read-only
    List<SyncResult> sample(int identities, long seed, Progress progress) throws InterruptedException;
}
