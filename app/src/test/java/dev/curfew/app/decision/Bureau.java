package dev.curfew.app.decision;

import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.governance.issue.IssueLimits;
import dev.curfew.governance.issue.Issuing;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.reach.AnalysedReach;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestLimits;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.request.Requests;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.plan.PlanLimits;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Fingerprints;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import dev.curfew.testbed.memory.MemorySource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A workspace on the disk with its ledger, and a source in memory that outlives it.
final class Bureau implements AutoCloseable {
    static final SourceName BAO = new SourceName("openbao");
    static final CredentialId OLD = new CredentialId(BAO, "old");
    private static final PolicyId POLICY = new PolicyId(BAO, "policy/p");
    private static final String TEXT = "path \"secret/data/*\" { capabilities = [\"read\"] }";

    private final Path directory;
    private final byte[] ledgerKey;
    private final MemorySource source;
    private final Workspace workspace;
    private final FailingUnits units;
    private final SqlAuditLog auditLog;
    private final Office office;
    private final OfficerKeys keys;
    private final BureauTargets targets;

    private Bureau(Path directory, byte[] ledgerKey, MemorySource source, Workspace workspace) {
        this.directory = directory;
        this.ledgerKey = ledgerKey;
        this.source = source;
        this.workspace = workspace;
        units = new FailingUnits(workspace.unitOfWork());
        auditLog = new SqlAuditLog("curfew.test", NoteSigner.of("curfew.test", ledgerKey), Clock.systemUTC());
        SecureRandom random = new SecureRandom();
        Device device = new Device("0".repeat(32), "desk-1");
        office = new Office(units, auditLog, workspace.store(), device, Clock.systemUTC(), random);
        keys = new OfficerKeys(directory.resolve("officers"), workspace.passphrases(), random, Clock.systemUTC());
        targets = new BureauTargets(source, Catalogue.packaged());
    }

    static Bureau founded(Path directory) {
        MemorySource source = new MemorySource(BAO, Clock.systemUTC());
        source.policy(POLICY, TEXT);
        source.give(OLD, "old value");
        Bureau bureau = new Bureau(
                directory, NoteSigner.newKey(), source, Workspace.create(directory.resolve("workspace"), key()));
        bureau.read(transaction -> {
            bureau.auditLog.prepare(transaction);
            return transaction.record(observation());
        });
        OfficerDesk desk = new OfficerDesk(bureau.office, bureau.keys);
        desk.add("ada", "Ada", Secret.of("ada's")).orThrow();
        desk.add("bo", "Bo", Secret.of("bo's")).orThrow();
        return bureau;
    }

    private static WorkspaceKey key() {
        return new WorkspaceKey.Passphrase(Secret.of("the workspace's"), QuickPassphrases.COST);
    }

    private static Observation observation() {
        Instant now = Clock.systemUTC().instant();
        return new Observation(
                BAO,
                now,
                now,
                List.of(
                        new Policy(POLICY, "openbao.acl", "p", TEXT, Facts.PROVENANCE),
                        Facts.credential(OLD, "openbao.token", Map.of("type", "service"))),
                List.of(new Coverage(BAO, "all", CoverageState.READ, "", 2, now)));
    }

    /// Closes the workspace and opens it again, as another run of Curfew would.
    Bureau reopened() {
        workspace.close();
        return new Bureau(directory, ledgerKey, source, Workspace.open(directory.resolve("workspace"), key()));
    }

    @Override
    public void close() {
        workspace.close();
    }

    MemorySource source() {
        return source;
    }

    <T> T read(Function<Transaction, T> work) {
        return workspace.unitOfWork().run(work);
    }

    List<LedgerEntry> ledger() {
        return read(transaction -> auditLog.read(transaction, 0, 1_000));
    }

    OfficerKey key(String officer) {
        return keys.unlock(officer, Secret.of(officer + "'s"));
    }

    ExceptionRequest request() {
        return new Requests(office, new AnalysedReach(), RequestLimits.DEFAULT)
                .submit(key("ada"), new RequestOrder(POLICY, Duration.ofMinutes(15), "payment is down"))
                .orThrow();
    }

    Outcome<Receipt> approve(String requestId) {
        RequestDesk desk = new RequestDesk(office, new AnalysedReach());
        return desk.review(requestId).then(review -> desk.approve(review, key("bo")));
    }

    Issuing issuing() {
        return new Issuing(office, targets, new AnalysedReach(), IssueLimits.DEFAULT, times());
    }

    Windows windows() {
        return new Windows(office, targets, times());
    }

    private SourceTimes times() {
        return new SourceTimes(office.clock(), targets);
    }

    Planner planner() {
        return new Planner(
                office,
                targets,
                Catalogue.packaged(),
                new Protection(units, workspace.secrets(), targets),
                new AnalysedReach(),
                PlanLimits.DEFAULT);
    }

    RevocationPlan plan(CredentialId credential) throws InterruptedException {
        return planner()
                .plan(key("ada"), new PlanOrder(List.of(credential.text()), Extent.DELETE, "it leaked"))
                .orThrow();
    }

    Receipt approve(RevocationPlan plan) throws InterruptedException {
        PlanDesk desk = new PlanDesk(office, planner(), Catalogue.packaged());
        return desk.approve(desk.review(plan.id()).orThrow(), key("ada")).orThrow();
    }

    Executor executor() {
        Fingerprints fingerprints = new Fingerprints(workspace.secrets(), office.random());
        return new Executor(new Bench(office, targets, Catalogue.packaged(), fingerprints, Schedule.DEFAULT, _ -> {}));
    }

    RunReport run(RevocationPlan plan, Receipt receipt, CredentialId credential) {
        return executor()
                .run(plan, receipt, Map.of(credential, Secret.of("value-1")), Progress.SILENT)
                .orThrow();
    }

    /// @param coming which of the units to come that lengthen the ledger fails, from 1
    void failAt(int coming) {
        units.failAt(coming, auditLog);
    }

    /// Units of work of which one fails in the end, as a full disk would have it.
    private static final class FailingUnits implements UnitOfWork {
        private final UnitOfWork units;
        private int left;
        private Function<Transaction, Long> length = _ -> 0L;

        private FailingUnits(UnitOfWork units) {
            this.units = units;
        }

        private void failAt(int coming, SqlAuditLog auditLog) {
            left = coming;
            length = transaction -> auditLog.checkpoint(transaction)
                    .map(checkpoint -> checkpoint.size())
                    .orElse(0L);
        }

        @Override
        public <T> T run(Function<Transaction, T> work) {
            return units.run(transaction -> {
                long before = length.apply(transaction);
                T result = work.apply(transaction);
                boolean longer = length.apply(transaction) > before;
                if (longer && --left == 0) {
                    throw new IllegalStateException("the disk is full");
                }
                return result;
            });
        }
    }
}
