package dev.curfew.app.wiring;

import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.store.H2File;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import dev.curfew.testbed.memory.MemorySecrets;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Measures the store with a sample estate: wall time and processor time of storing it, of syncing it again unchanged,
/// of loading it, and how far its file grows. Not a test: run its `main` on a machine with nothing else to do.
///
/// Arguments: a new folder, the number of identities, how often each step is repeated.
final class StoreBench {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static final int SYNCS = 200;
    private static final int COMING_AND_GOING = 10;

    private final Path folder;
    private final List<Observation> observations = new ArrayList<>();

    private StoreBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        StoreBench bench = new StoreBench(Path.of(args[0]));
        Files.createDirectories(bench.folder);
        bench.observe(Integer.parseInt(args[1]));
        for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
            System.out.println("round " + round);
            bench.run(bench.folder.resolve("workspace" + round));
            bench.grow(bench.folder.resolve("workspace" + round));
        }
    }

    private void observe(int identities) throws InterruptedException {
        SampleConnector sample = new SampleConnector(InstantSource.fixed(NOW));
        for (Connection connection : SampleConnector.connections(identities, 1, NOW)) {
            observations.add(sample.observer(connection, new MemorySecrets()).observe(Progress.SILENT));
        }
        long facts = observations.stream().mapToLong(one -> one.facts().size()).sum();
        System.out.println(identities + " identities, " + facts + " facts");
    }

    private void run(Path directory) throws Exception {
        try (Secret passphrase = Secret.of("a passphrase of the bench")) {
            WorkspaceKey key = new WorkspaceKey.Passphrase(passphrase, Argon2Cost.STANDARD);
            try (Workspace workspace = timed("create", () -> Workspace.create(directory, key))) {
                timed("store", () -> record(workspace));
                timed("sync again, unchanged", () -> record(workspace));
                timed(
                        "load, with index",
                        () -> new SnapshotIndex(workspace.store().current()));
            }
            try (Workspace workspace = timed("open", () -> Workspace.open(directory, key))) {
                timed("load", () -> workspace.store().current());
                for (int again = 0; again < 3; again++) {
                    timed("load once more", () -> workspace.store().asOf(Instant.MAX));
                }
                Snapshot snapshot = workspace.store().current();
                timed("index", () -> new SnapshotIndex(snapshot));
                timed("sync again, unchanged", () -> record(workspace));
            }
            System.out.printf("%-24s %,9d kB%n", "file", Files.size(directory.resolve(H2File.FILE_NAME)) / 1024);
        }
    }

    /// As a console left open does: hundreds of syncs of all sources in one session, a few facts come and go with each.
    private void grow(Path directory) throws Exception {
        Path file = directory.resolve(H2File.FILE_NAME);
        try (Secret passphrase = Secret.of("a passphrase of the bench")) {
            try (Workspace workspace =
                    Workspace.open(directory, new WorkspaceKey.Passphrase(passphrase, Argon2Cost.STANDARD))) {
                timed(SYNCS + " syncs", () -> {
                    for (int sync = 0; sync < SYNCS; sync++) {
                        recordWithout(workspace, sync % 2 == 0 ? COMING_AND_GOING : 0);
                    }
                    return SYNCS;
                });
                System.out.printf("%-24s %,9d kB%n", "file before closing", Files.size(file) / 1024);
            }
            System.out.printf("%-24s %,9d kB%n", "file closed", Files.size(file) / 1024);
        }
    }

    private void recordWithout(Workspace workspace, int facts) {
        for (Observation one : observations) {
            Observation fewer = new Observation(
                    one.source(),
                    one.startedAt(),
                    one.finishedAt(),
                    one.facts().subList(facts, one.facts().size()),
                    one.coverage());
            workspace.unitOfWork().run(transaction -> transaction.record(fewer));
        }
    }

    private int record(Workspace workspace) {
        for (Observation observation : observations) {
            workspace.unitOfWork().run(transaction -> transaction.record(observation));
        }
        return observations.size();
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        System.gc();
        long start = System.nanoTime();
        long processor = processorNanos();
        T result = work.call();
        System.out.printf(
                "%-24s %,9d ms  %,9d ms of processor%n",
                what,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                Duration.ofNanos(processorNanos() - processor).toMillis());
        return result;
    }

    private static long processorNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process) {
            return process.getProcessCpuTime();
        }
        throw new IllegalStateException("this Java does not tell its processor time");
    }
}
