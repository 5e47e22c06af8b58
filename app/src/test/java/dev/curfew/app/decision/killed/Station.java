package dev.curfew.app.decision.killed;

import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.app.decision.Facts;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.reach.AnalysedReach;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.plan.PlanLimits;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.plan.RevocationOrder;
import dev.curfew.revocation.run.Board;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.spool.Contained;
import dev.curfew.revocation.spool.Containing;
import dev.curfew.revocation.spool.Ratifying;
import dev.curfew.revocation.spool.Readied;
import dev.curfew.revocation.spool.SpoolReader;
import dev.curfew.revocation.spool.Spooled;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Fingerprints;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.revocation.trial.Sleeper;
import dev.curfew.snapshot.crypto.SealedByPassphrase;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// A workspace on the disk and its target, which any process opens after another was killed.
final class Station implements AutoCloseable {
    private final Path folder;
    private final Workspace workspace;
    private final Office office;
    private final SqlAuditLog auditLog;
    private final DiskTarget target;

    private Station(Path folder, Workspace workspace) throws IOException {
        this.folder = folder;
        this.workspace = workspace;
        byte[] key = Files.readAllBytes(folder.resolve("ledger.key"));
        auditLog = new SqlAuditLog("curfew.test", NoteSigner.of("curfew.test", key), Clock.systemUTC());
        office = new Office(
                workspace.unitOfWork(),
                auditLog,
                workspace.store(),
                new Device("0".repeat(32), "desk-1"),
                Clock.systemUTC(),
                new SecureRandom());
        target = new DiskTarget(folder.resolve("target"));
    }

    static Station founded(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("target"));
        Files.write(folder.resolve("ledger.key"), NoteSigner.newKey());
        Station station = new Station(folder, Workspace.create(folder.resolve("workspace"), key(folder)));
        station.run(transaction -> {
            station.auditLog.prepare(transaction);
            transaction.connections().save(source(station.office.clock().instant()));
            return true;
        });
        new OfficerDesk(station.office, station.keys())
                .add("ada", "Ada", Secret.of("ada's"))
                .orThrow();
        return station;
    }

    /// For tests, so that one officer's signature is enough.
    private static Connection source(Instant now) {
        return new Connection(
                DiskTarget.SOURCE,
                "aws",
                URI.create("https://aws.example"),
                true,
                now,
                Map.of(CommonSettings.ENVIRONMENT.name(), "test"));
    }

    static Station opened(Path folder) throws IOException {
        return new Station(folder, Workspace.open(folder.resolve("workspace"), key(folder)));
    }

    private static WorkspaceKey key(Path folder) {
        return WorkspaceKey.keychain(new DiskKeychain(folder));
    }

    private OfficerKeys keys() {
        return new OfficerKeys(
                folder.resolve("officers"),
                new SealedByPassphrase(QuickPassphrases.COST),
                office.random(),
                office.clock());
    }

    <T> T run(Function<Transaction, T> work) {
        return workspace.unitOfWork().run(work);
    }

    DiskTarget target() {
        return target;
    }

    List<LedgerEntry> ledger() {
        return run(transaction -> auditLog.read(transaction, 0, Integer.MAX_VALUE));
    }

    /// A reading that saw exactly these keys.
    void read(List<CredentialId> keys) {
        Instant now = office.clock().instant();
        List<Fact> facts = keys.stream().map(Station::key).map(Fact.class::cast).toList();
        run(transaction -> transaction.record(new Observation(
                DiskTarget.SOURCE,
                now,
                now,
                facts,
                List.of(new Coverage(DiskTarget.SOURCE, "all", CoverageState.READ, "", facts.size(), now)))));
    }

    private static Credential key(CredentialId id) {
        return Facts.credential(id, "aws.access-key", Map.of());
    }

    private Planner planner() {
        return new Planner(
                office,
                target,
                Catalogue.packaged(),
                new Protection(workspace.unitOfWork(), workspace.secrets(), target),
                new AnalysedReach(),
                PlanLimits.DEFAULT);
    }

    RevocationPlan approved(RevocationOrder order) throws InterruptedException {
        try (OfficerKey ada = keys().unlock("ada", Secret.of("ada's"))) {
            Planner planner = planner();
            RevocationPlan plan = planner.plan(ada, order).orThrow();
            PlanDesk desk = new PlanDesk(office, planner, Catalogue.packaged());
            desk.approve(desk.review(plan.id()).orThrow(), ada).orThrow();
            return plan;
        }
    }

    /// Runs a plan as it was approved, or goes on with it.
    RunReport run(String planId, Board board) {
        RevocationPlan plan =
                run(transaction -> transaction.plans().find(planId)).orElseThrow();
        Receipt receipt = run(transaction -> new Decisions(office).receipt(transaction, Subject.of(plan)))
                .orThrow();
        return new Executor(bench())
                .run(plan, receipt, Map.of(), Progress.SILENT, board)
                .orThrow();
    }

    private Bench bench() {
        return new Bench(
                office,
                target,
                Catalogue.packaged(),
                new Fingerprints(workspace.secrets(), office.random()),
                Schedule.DEFAULT,
                Sleeper.REAL);
    }

    /// As an officer whose ledger cannot be written: nothing of it goes there.
    Contained contain(RevocationOrder order, Progress progress) throws InterruptedException {
        try (OfficerKey ada = keys().unlock("ada", Secret.of("ada's"))) {
            Containing containing = new Containing(bench(), planner());
            Readied readied = containing.ready(ada, order).orThrow();
            return containing
                    .run(readied, ada, List.of(spools()), "it is full", progress)
                    .orThrow();
        }
    }

    Path spools() {
        return folder.resolve("spool");
    }

    /// Those that say something, oldest first by name.
    List<Spooled> spooled() throws IOException {
        SpoolReader reader = new SpoolReader(Catalogue.packaged());
        try (Stream<Path> files = Files.list(spools())) {
            return files.sorted()
                    .flatMap(file -> reader.read(file).orThrow().stream())
                    .toList();
        }
    }

    /// Enters those that are not entered.
    ///
    /// @param told about each, before it is entered
    void ratify(Consumer<Spooled> told) throws IOException {
        Ratifying ratifying = new Ratifying(office, planner());
        try (OfficerKey ada = keys().unlock("ada", Secret.of("ada's"))) {
            for (Spooled one : spooled()) {
                if (!ratifying.isRatified(one)) {
                    told.accept(one);
                    ratifying.ratify(one, ada).orThrow();
                }
            }
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
