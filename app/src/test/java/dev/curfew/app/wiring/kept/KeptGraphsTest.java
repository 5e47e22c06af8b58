package dev.curfew.app.wiring.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptGraphsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int IDENTITIES = 60;

    @TempDir
    private Path folder;

    private final List<Connection> sources = SampleConnector.connections(IDENTITIES, 1, NOW);

    @Test
    void whatWasKeptIsFoundForTheSameSnapshotAlone() throws Exception {
        try (Secret passphrase = Secret.of("a passphrase of the test")) {
            WorkspaceKey key = WorkspaceKey.passphrase(passphrase);
            Path kept = folder.resolve("w").resolve("curfew.graph");
            byte[] older;
            try (Workspace workspace = Workspace.create(folder.resolve("w"), key, CLOCK)) {
                sync(workspace, sources.getFirst());
                keep(workspace);
                older = Files.readAllBytes(kept);
                assertThat(found(workspace)).isPresent();
            }
            copy(folder.resolve("w"), folder.resolve("copy"));
            try (Workspace workspace = Workspace.open(folder.resolve("w"), key, CLOCK)) {
                assertThat(found(workspace)).isPresent();
                sync(workspace, sources.getLast());
                assertThat(found(workspace)).as("after a sync").isEmpty();
                keep(workspace);
                assertThat(found(workspace)).isPresent();
                assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain("arn:", "serviceaccount");
            }
            // the same number of syncs at the same moment, but of another source
            try (Workspace workspace = Workspace.open(folder.resolve("copy"), key, CLOCK)) {
                sync(workspace, sources.get(1));
                Files.copy(kept, folder.resolve("copy").resolve("curfew.graph"), StandardCopyOption.REPLACE_EXISTING);
                assertThat(found(workspace)).as("another history").isEmpty();
                Files.write(folder.resolve("copy").resolve("curfew.graph"), older);
                assertThat(found(workspace)).as("set back").isEmpty();
            }
        }
    }

    private static void sync(Workspace workspace, Connection source) throws Exception {
        Observation read = new SampleConnector(InstantSource.fixed(NOW))
                .observer(source, new MemorySecrets())
                .observe(Progress.SILENT);
        workspace.unitOfWork().run(transaction -> transaction.record(read));
    }

    private static EstateGraph graph(Workspace workspace) {
        SnapshotIndex index = new SnapshotIndex(workspace.store().current());
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static void keep(Workspace workspace) {
        new KeptGraphs(workspace, 1).keep(graph(workspace));
    }

    /// What was found, if it is the graph of now.
    private static Optional<byte[]> found(Workspace workspace) {
        EstateGraph now = graph(workspace);
        Optional<byte[]> found =
                new KeptGraphs(workspace).find(now.index().snapshot().number());
        found.ifPresent(bytes -> assertThat(bytes).isEqualTo(now.toBytes()));
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
