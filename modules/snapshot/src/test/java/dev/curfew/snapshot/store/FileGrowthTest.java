package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Identity;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileGrowthTest {
    /// A large estate is a few megabytes; twice that, and what one session may leave unused.
    private static final long BYTES_MAX = 12L * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void aFileThatGrewInASessionIsSmallAgainAfterItClosesAndNothingIsMissing() throws IOException {
        Workspaces workspaces = new Workspaces(folder);
        long largest = 0;
        List<Identity> facts = List.of();
        try (Workspace workspace = workspaces.create("w")) {
            for (int sync = 0; sync < 40; sync++) {
                facts = noise(sync);
                List<Identity> now = facts;
                Workspaces.run(
                        workspace, transaction -> transaction.record(Facts.observation(now, Facts.read("users"))));
                Workspaces.run(workspace, FileGrowthTest::forgetHistory);
                largest = Math.max(largest, Files.size(file()));
            }
        }

        System.out.printf("largest %,d, closed %,d bytes%n", largest, Files.size(file()));
        assertThat(largest).isGreaterThan(BYTES_MAX);
        assertThat(Files.size(file())).isLessThan(BYTES_MAX / 4);
        try (Workspace workspace = workspaces.open("w");
                Stream<Path> files = Files.list(file().getParent())) {
            assertThat(workspace.store().current().identities()).containsExactlyInAnyOrderElementsOf(facts);
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains(H2File.FILE_NAME)
                    .noneMatch(name -> name.contains("temp"));
        }
    }

    private Path file() {
        return folder.resolve("w").resolve(H2File.FILE_NAME);
    }

    private static void forgetHistory(dev.curfew.model.port.Transaction transaction) {
        try (var statement = transaction.jdbc().createStatement()) {
            statement.execute("delete from fact_block where id in (select block_id from fact_ends where open_facts=0)");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Identity> noise(int seed) {
        Random random = new Random(seed);
        List<Identity> facts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[500];
            random.nextBytes(bytes);
            facts.add(Facts.identity("id" + i, java.util.HexFormat.of().formatHex(bytes)));
        }
        return facts;
    }
}
