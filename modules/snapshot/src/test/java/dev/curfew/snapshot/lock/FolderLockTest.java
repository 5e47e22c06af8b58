package dev.curfew.snapshot.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.snapshot.testing.ChildJvm;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T01:02:03Z");

    @TempDir
    private Path folder;

    @Test
    void asLongAsAnotherProcessHasItTheWorkspaceSaysWhichAndWhenThatDiesItOpens() throws Exception {
        Workspaces workspaces = new Workspaces(folder);
        workspaces.create("w").close();
        Path directory = workspaces.directory("w");
        Process other = ChildJvm.start(HoldingChild.class, directory.toString(), SINCE.toString());
        try (BufferedReader reports = other.inputReader(UTF_8)) {
            assertThat(reports.readLine()).isEqualTo("held");
            LockHolder holder =
                    new LockHolder(other.pid(), InetAddress.getLocalHost().getHostName(), SINCE);

            assertThatThrownBy(() -> workspaces.open("w"))
                    .isInstanceOfSatisfying(WorkspaceException.class, e -> {
                        assertThat(e.kind()).isEqualTo(WorkspaceException.Kind.LOCKED);
                        assertThat(e.holder()).contains(holder);
                    })
                    .hasMessageContaining("process " + other.pid() + " on " + holder.host() + " has had it since");
        } finally {
            other.destroyForcibly().waitFor();
        }

        workspaces.open("w").close();
    }

    @Test
    void aSecondOpeningInThisProcessIsRefusedAndDoesNotLoosenTheFirst() throws Exception {
        Workspaces workspaces = new Workspaces(folder);
        try (Workspace workspace = workspaces.create("w")) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> workspaces.open("w"))
                        .isInstanceOf(WorkspaceException.class)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
            }
            Process other =
                    ChildJvm.start(HoldingChild.class, workspace.directory().toString(), SINCE.toString());
            assertThat(other.waitFor())
                    .as("another process does not get it either")
                    .isNotZero();
        }
    }
}
