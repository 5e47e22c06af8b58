package dev.curfew.app.growth;

import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.query.Ranked;
import dev.curfew.analysis.graph.query.Ranking;
import dev.curfew.analysis.graph.query.Weighting;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.reach.ReachQuery;
import dev.curfew.app.wiring.kept.KeptGraphs;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import dev.curfew.testbed.memory.MemorySecrets;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/// Measures one size of the sample in a process of its own: `write` makes and stores it, `read` asks of what is stored.
///
/// Arguments: `write`, `read`, `again` or `change`, the workspace's folder, the number of identities.
final class GrowthRun {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final int RADIUS_ROUNDS = 5;
    private static final String SERVICE_ALONE = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"Service":"ec2.amazonaws.com"}}}""";

    private final int identities;

    private GrowthRun(int identities) {
        this.identities = identities;
    }

    public static void main(String[] args) throws Exception {
        GrowthRun run = new GrowthRun(Integer.parseInt(args[2]));
        try (Secret passphrase = Secret.of("a passphrase of the bench")) {
            WorkspaceKey key = new WorkspaceKey.Passphrase(passphrase, Argon2Cost.STANDARD);
            switch (args[0]) {
                case "write" -> run.write(Path.of(args[1]), key);
                case "read" -> run.read(Path.of(args[1]), key);
                case "again" -> run.again(Path.of(args[1]), key);
                case "change" -> run.change(Path.of(args[1]), key);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
        System.out.printf(
                "%s: %s%n",
                args[0],
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("peak unknown"));
    }

    /// One source after the other, as a sync does: only one is in memory.
    private void write(Path folder, WorkspaceKey key) throws Exception {
        SampleConnector sample = new SampleConnector(InstantSource.fixed(NOW));
        try (Workspace workspace = Workspace.create(folder, key)) {
            Cost made = new Cost(identities, "make", 0, 0);
            Cost stored = new Cost(identities, "store", 0, 0);
            for (Connection connection : SampleConnector.connections(identities, 1, NOW)) {
                Timed<Observation> read = timed(
                        () -> sample.observer(connection, new MemorySecrets()).observe(Progress.SILENT));
                made = read.addedTo(made);
                stored = timed(() -> workspace.unitOfWork().run(transaction -> transaction.record(read.result())))
                        .addedTo(stored);
            }
            System.out.println(made.line());
            System.out.println(stored.line());
        }
    }

    private void read(Path folder, WorkspaceKey key) throws Exception {
        try (Workspace workspace = Workspace.open(folder, key)) {
            SnapshotIndex index =
                    step("load", () -> new SnapshotIndex(workspace.store().current()));
            EstateGraph graph = step("graph", () -> EstateGraph.of(index, new BlastRadius(index)));
            System.out.printf(
                    "%,d nodes, %,d edges, %,d labels, heap in use %,d MB%n",
                    graph.graph().nodes(),
                    graph.graph().edges(),
                    graph.graph().labels().size(),
                    heap());
            step("keep the graph", () -> {
                new KeptGraphs(workspace).keep(graph);
                return graph;
            });
            List<Ranked> ranking = step("ranking", () -> Ranking.of(graph, Weighting.DEFAULT));
            radius(graph, ranking);
            List<CredentialId> credentials = index.snapshot().credentials().stream()
                    .filter(Credential::active)
                    .map(Credential::id)
                    .limit(2)
                    .toList();
            step("what-if", () -> ended(graph, credentials.getFirst()));
            step("what-if, the next", () -> ended(graph, credentials.getLast()));
            step("what-if, a trust narrowed", () -> narrowed(graph));
            step("findings", () -> Findings.of(graph, Noted.NOTHING, NOW));
        }
    }

    /// As `read` begins, in a process after the one that kept the graph, or after `change`.
    private void again(Path folder, WorkspaceKey key) throws Exception {
        try (Workspace workspace = Workspace.open(folder, key)) {
            Estate estate = new Estate(workspace.store(), () -> _ -> true, InstantSource.fixed(NOW));
            ReachQuery query = new ReachQuery(estate, new KeptGraphs(workspace));
            step("load again", estate::current);
            EstateGraph graph = step("graph that was kept", query::access);
            System.out.printf(
                    "%,d nodes, %,d edges, %,d asked, heap in use %,d MB%n",
                    graph.graph().nodes(), graph.graph().edges(), graph.asked(), heap());
            step(
                    "widest reach again",
                    () -> graph.reach(
                            Ranking.of(graph, Weighting.DEFAULT).getFirst().id()));
            step("trust narrowed", () -> narrowed(graph));
            step("trust narrowed again", () -> narrowed(graph));
        }
    }

    /// A sync of every source in which one of a thousand of credentials, grants and memberships is gone.
    private void change(Path folder, WorkspaceKey key) throws Exception {
        SampleConnector sample = new SampleConnector(InstantSource.fixed(NOW));
        try (Workspace workspace = Workspace.open(folder, key)) {
            for (Connection connection : SampleConnector.connections(identities, 1, NOW)) {
                Observation read =
                        sample.observer(connection, new MemorySecrets()).observe(Progress.SILENT);
                List<Fact> facts = new ArrayList<>(read.facts());
                Random random = new Random(facts.size());
                facts.removeIf(fact -> comesAndGoes(fact) && random.nextInt(1_000) == 0);
                Observation changed =
                        new Observation(read.source(), read.startedAt(), read.finishedAt(), facts, read.coverage());
                SyncSummary summary = workspace.unitOfWork().run(transaction -> transaction.record(changed));
                System.out.println(summary);
            }
        }
    }

    private static boolean comesAndGoes(Fact fact) {
        return fact instanceof Credential || fact instanceof Grant || fact instanceof Membership;
    }

    private static List<Edge> ended(EstateGraph graph, CredentialId credential) {
        return WhatIf.of(graph, List.of(new PlannedChange.EndCredential(credential)))
                .lostSteps();
    }

    /// A role that is some service's alone from then on.
    private static List<Edge> narrowed(EstateGraph graph) {
        PolicyId trust = graph.index().snapshot().trusts().stream()
                .filter(it -> it.mechanism().equals("aws.assume-role"))
                .map(Trust::document)
                .findFirst()
                .orElseThrow();
        return WhatIf.of(graph, List.of(new PlannedChange.Narrow(trust, SERVICE_ALONE)))
                .lostSteps();
    }

    /// Of the one that reaches most, and of one in the middle; told once, so that the code is compiled.
    private void radius(EstateGraph graph, List<Ranked> ranking) throws Exception {
        for (Ranked one : List.of(ranking.getFirst(), ranking.get(ranking.size() / 2))) {
            String step = one.equals(ranking.getFirst()) ? "widest reach" : "blast radius";
            int reached = graph.reach(one.id()).reached().size();
            Cost cost = new Cost(identities, step, 0, 0);
            for (int i = 0; i < RADIUS_ROUNDS; i++) {
                cost = timed(() -> graph.reach(one.id())).addedTo(cost);
            }
            System.out.println(new Cost(
                            identities, step, cost.wallMillis() / RADIUS_ROUNDS, cost.processorMillis() / RADIUS_ROUNDS)
                    .line());
            System.out.printf("%s reaches %,d%n", one.name(), reached);
        }
    }

    private <T> T step(String what, Callable<T> work) throws Exception {
        Timed<T> timed = timed(work);
        System.out.println(timed.addedTo(new Cost(identities, what, 0, 0)).line());
        return timed.result();
    }

    private record Timed<T>(T result, double wallMillis, double processorMillis) {
        Cost addedTo(Cost cost) {
            return new Cost(
                    cost.identities(),
                    cost.step(),
                    cost.wallMillis() + wallMillis,
                    cost.processorMillis() + processorMillis);
        }
    }

    private static <T> Timed<T> timed(Callable<T> work) throws Exception {
        long wall = System.nanoTime();
        long processor = processorNanos();
        T result = work.call();
        return new Timed<>(result, (System.nanoTime() - wall) / 1e6, (processorNanos() - processor) / 1e6);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    private static long processorNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process) {
            return process.getProcessCpuTime();
        }
        throw new IllegalStateException("this Java does not tell its processor time");
    }
}
