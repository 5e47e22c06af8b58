package dev.curfew.snapshot.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.lock.LockHolder;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkspaceExceptionTest {

    @Test
    void whoeverReadsWhoHasTheWorkspaceIsSparedTheNanoseconds() {
        LockHolder holder = new LockHolder(42, "desk", Instant.parse("2026-11-22T10:29:56.974818590Z"));

        WorkspaceException locked = WorkspaceException.locked(Path.of("w"), new IllegalStateException(), holder);

        assertThat(locked)
                .hasMessage("The workspace in w is open already: process 42 on desk has had it since"
                        + " 2026-11-22T10:29:56Z. Close it there first.");
        assertThat(locked.holder()).as("in full").contains(holder);
    }
}
