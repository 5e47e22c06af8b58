package dev.curfew.app.wiring.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.reach.KeptReach;
import dev.curfew.app.usecase.reach.ReachQuery;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptGraphsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int IDENTITIES = 60;
    private static final int LARGE = 10_000;

    @TempDir
    private Path folder;

    private final List<Connection> sources = SampleConnector.connections(IDENTITIES, 1, NOW);

    @Test
    void whatWasKeptIsFoundForItsOwnHistoryAlone() throws Exception {
        try (Secret passphrase = Secret.of("a passphrase of the test")) {
            WorkspaceKey key = new WorkspaceKey.Passphrase(passphrase, QuickPassphrases.COST);
            Path kept = folder.resolve("w").resolve("curfew.graph");
            byte[] older;
            try (Workspace workspace = Workspace.create(folder.resolve("w"), key, CLOCK)) {
                sync(workspace, sources.getFirst());
                keep(workspace);
                older = Files.readAllBytes(kept);
                assertThat(found(workspace)).hasValue(1L);
            }
            copy(folder.resolve("w"), folder.resolve("copy"));
            try (Workspace workspace = Workspace.open(folder.resolve("w"), key, CLOCK)) {
                assertThat(found(workspace)).hasValue(1L);
                sync(workspace, sources.getLast());
                assertThat(found(workspace)).as("after a sync").hasValue(1L);
                keep(workspace);
                assertThat(found(workspace)).hasValue(2L);
                assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain("arn:", "serviceaccount");
            }
            // the same number of syncs at the same moment, but of another source
            try (Workspace workspace = Workspace.open(folder.resolve("copy"), key, CLOCK)) {
                Files.copy(kept, folder.resolve("copy").resolve("curfew.graph"), StandardCopyOption.REPLACE_EXISTING);
                assertThat(found(workspace)).as("set back").isEmpty();
                sync(workspace, sources.get(1));
                assertThat(found(workspace)).as("another history").isEmpty();
                Files.write(folder.resolve("copy").resolve("curfew.graph"), older);
                assertThat(found(workspace))
                        .as("a history that goes on from it")
                        .hasValue(1L);
            }
        }
    }

    @Test
    void theNextProcessGoesOnFromWhatWasKept() throws Exception {
        try (Secret passphrase = Secret.of("a passphrase of the test")) {
            WorkspaceKey key = new WorkspaceKey.Passphrase(passphrase, QuickPassphrases.COST);
            try (Workspace workspace = Workspace.create(folder.resolve("w"), key, CLOCK)) {
                for (Connection source : sources) {
                    sync(workspace, source);
                }
                query(workspace).access();
            }
            try (Workspace workspace = Workspace.open(folder.resolve("w"), key, CLOCK)) {
                Observation changed = withoutOneCredential();
                workspace.unitOfWork().run(transaction -> transaction.record(changed));

                EstateGraph graph = query(workspace).access();

                EstateGraph anew = graph(workspace);
                assertThat(graph.asked()).isLessThan(anew.asked() / 2);
                assertThat(steps(graph)).isEqualTo(steps(anew));
                assertThat(graph.index().snapshot().number()).isEqualTo(sources.size() + 1L);
            }
        }
    }

    @Test
    void ofALargeEstateWhoeverReadsItBuildsTheGraphForTheNext() throws Exception {
        try (Secret passphrase = Secret.of("a passphrase of the test")) {
            WorkspaceKey key = new WorkspaceKey.Passphrase(passphrase, QuickPassphrases.COST);
            List<String> told = new ArrayList<>();
            try (Workspace workspace = Workspace.create(folder.resolve("w"), key, CLOCK)) {
                for (Connection source : sources) {
                    sync(workspace, source);
                }
                assertThat(query(workspace).readAhead((stage, _, _) -> told.add(stage), "graph"))
                        .as("a small one")
                        .isFalse();
                for (Connection source : SampleConnector.connections(LARGE, 1, NOW)) {
                    sync(workspace, source);
                }
                assertThat(query(workspace).readAhead((stage, _, _) -> told.add(stage), "graph"))
                        .isTrue();
                assertThat(told).containsExactly("graph");
            }
            try (Workspace workspace = Workspace.open(folder.resolve("w"), key, CLOCK)) {
                assertThat(query(workspace).access().asked()).isZero();
            }
        }
    }

    private Observation withoutOneCredential() throws InterruptedException {
        Observation read = read(sources.getFirst());
        List<Fact> rest = new ArrayList<>(read.facts());
        rest.remove(
                rest.stream().filter(Credential.class::isInstance).findFirst().orElseThrow());
        return new Observation(read.source(), NOW, NOW, rest, read.coverage());
    }

    private static ReachQuery query(Workspace workspace) {
        Estate estate = new Estate(workspace.store(), () -> _ -> true, CLOCK);
        return new ReachQuery(estate, new KeptGraphs(workspace, 1));
    }

    private static void sync(Workspace workspace, Connection source) throws InterruptedException {
        Observation read = read(source);
        workspace.unitOfWork().run(transaction -> transaction.record(read));
    }

    private static Observation read(Connection source) throws InterruptedException {
        return new SampleConnector(InstantSource.fixed(NOW))
                .observer(source, new MemorySecrets())
                .observe(Progress.SILENT);
    }

    private static EstateGraph graph(Workspace workspace) {
        SnapshotIndex index = new SnapshotIndex(workspace.store().current());
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static void keep(Workspace workspace) {
        new KeptGraphs(workspace, 1).keep(graph(workspace));
    }

    /// Of which sync something was found, if it leads to the graph of now.
    private static Optional<Long> found(Workspace workspace) {
        EstateGraph now = graph(workspace);
        SnapshotIndex index = now.index();
        Optional<KeptReach> found = new KeptGraphs(workspace).find(index.snapshot());
        found.ifPresent(kept -> {
            SnapshotIndex before = new SnapshotIndex(kept.snapshot());
            EstateGraph graph = EstateGraph.kept(kept.graph(), before, new BlastRadius(before))
                    .orElseThrow();
            assertThat(steps(graph.next(index))).isEqualTo(steps(now));
        });
        return found.map(kept -> kept.snapshot().number());
    }

    private static List<Edge> steps(EstateGraph estate) {
        return IntStream.range(0, estate.graph().edges())
                .mapToObj(estate.graph()::edge)
                .toList();
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
