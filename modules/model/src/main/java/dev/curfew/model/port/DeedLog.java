package dev.curfew.model.port;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.timeline.Timeline;
import java.time.Instant;
import java.util.List;

/// A source's own record of what was done there, by whom.
public interface DeedLog {

    /// What somebody did from a moment on.
    ///
    /// @param who an identity or a credential of this source
    /// @param its the credentials it has, as far as they are known; itself, if it is one
    /// @throws SourceException if the record cannot be read, or does not tell of it
    Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress) throws InterruptedException;
}
