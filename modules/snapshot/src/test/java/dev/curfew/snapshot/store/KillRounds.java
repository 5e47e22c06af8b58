package dev.curfew.snapshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kills one child after another at work on one workspace, and looks each time at what is there.
final class KillRounds {
    /// Kills fall anywhere between a report and some units later.
    private static final int DELAY_MICROSECONDS_MAX = 40_000;

    private final Committing children;
    private final Workspaces workspaces;
    private final Path folder;
    private final String name;
    private final KilledWork work;
    private final Random random;
    private final Set<String> reported = new HashSet<>();

    KillRounds(Committing children, Workspaces workspaces, Path folder, KilledWork work, long seed) {
        this.children = children;
        this.workspaces = workspaces;
        this.folder = folder;
        this.name = work.name().toLowerCase(Locale.ROOT);
        this.work = work;
        this.random = new Random(seed);
    }

    /// How many units were reported, all of which were found.
    int run(int kills) throws IOException, InterruptedException {
        workspaces.create(name).close();
        for (int round = 0; round < kills; round++) {
            runAndKill(round);
            try (Workspace workspace = workspaces.open(name)) {
                requireWhole(workspace);
            }
            requireWholeExports();
        }
        return reported.size();
    }

    private void runAndKill(int round) throws IOException, InterruptedException {
        int killAfter = 1 + random.nextInt(work.units - 1);
        Process child = children.start(name, "r" + round, work);
        List<String> lines = new ArrayList<>();
        try (BufferedReader reports = child.inputReader(UTF_8)) {
            while (lines.size() < killAfter) {
                String line = reports.readLine();
                assertThat(line)
                        .as("round %d after %d reports", round, lines.size())
                        .isNotNull();
                lines.add(line);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(DELAY_MICROSECONDS_MAX));
            // By its handle: Process.destroyForcibly closes the pipe too, with reports still in it.
            child.toHandle().destroyForcibly();
            reports.lines().forEach(lines::add);
        }
        assertThat(child.waitFor()).isNotZero();
        lines.forEach(unit -> reported.add("r" + round + "-" + unit));
    }

    private void requireWhole(Workspace workspace) {
        Set<String> officers = new HashSet<>();
        Set<String> steps = new HashSet<>();
        Workspaces.run(workspace, transaction -> {
            transaction.officers().all().stream().map(Officer::name).forEach(officers::add);
            transaction.steps().all().stream()
                    .filter(step -> !step.planId().equals(KilledWork.WASTE))
                    .map(StepRecord::key)
                    .forEach(steps::add);
        });
        List<Identity> all = workspace.store().current().identities();
        List<Identity> bulk = all.stream()
                .filter(one -> one.source().value().equals(KilledWork.BULK_SOURCE))
                .toList();
        Set<String> identities = all.stream()
                .filter(one -> one.source().value().equals(Facts.SOURCE))
                .map(Identity::name)
                .collect(Collectors.toSet());

        assertThat(officers).containsAll(reported);
        assertThat(identities).isEqualTo(officers);
        assertThat(steps)
                .isEqualTo(officers.stream()
                        .flatMap(unit -> Stream.of(unit + "/1", unit + "/2"))
                        .collect(Collectors.toSet()));
        requireWholeBulk(bulk, officers);
    }

    /// All of it as one unit left it.
    private void requireWholeBulk(List<Identity> bulk, Set<String> officers) {
        if (work == KilledWork.SYNCING && !officers.isEmpty()) {
            assertThat(bulk).hasSize(KilledWork.BULK_FACTS);
            assertThat(bulk.stream()
                            .map(one -> one.provenance().document())
                            .distinct()
                            .toList())
                    .hasSize(1)
                    .isSubsetOf(officers);
        }
    }

    /// An export is there whole, or not under its name.
    private void requireWholeExports() throws IOException {
        try (DirectoryStream<Path> exports = Files.newDirectoryStream(folder, name + "-*.zip")) {
            for (Path export : exports) {
                new PortableExport(Clock.systemUTC()).verify(export);
                Files.delete(export);
            }
        }
    }
}
