package dev.curfew.testbed.memory;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/// All rows and the ledger, as one value that can be copied.
final class MemoryTransaction implements Transaction {
    private final MemoryRecords<dev.curfew.model.connection.Connection> connections;
    private final MemoryRecords<Officer> officers;
    private final MemoryRecords<ExceptionRequest> requests;
    private final MemoryRecords<Approval> approvals;
    private final MemoryRecords<Window> windows;
    private final MemoryRecords<RevocationPlan> plans;
    private final MemoryRecords<StepRecord> steps;
    private final MemoryRecords<ProbeAttempt> attempts;
    private final MemoryRecords<ProofRecord> proofs;
    private final List<LedgerEntry> ledger;

    MemoryTransaction() {
        connections = new MemoryRecords<>(it -> it.name().value());
        officers = new MemoryRecords<>(Officer::name);
        requests = new MemoryRecords<>(ExceptionRequest::id);
        approvals = new MemoryRecords<>(it -> it.subject() + "/" + it.officer());
        windows = new MemoryRecords<>(Window::id);
        plans = new MemoryRecords<>(RevocationPlan::id);
        steps = new MemoryRecords<>(StepRecord::key);
        attempts = new MemoryRecords<>(ProbeAttempt::key);
        proofs = new MemoryRecords<>(ProofRecord::key);
        ledger = new ArrayList<>();
    }

    private MemoryTransaction(MemoryTransaction other) {
        connections = other.connections.copy();
        officers = other.officers.copy();
        requests = other.requests.copy();
        approvals = other.approvals.copy();
        windows = other.windows.copy();
        plans = other.plans.copy();
        steps = other.steps.copy();
        attempts = other.attempts.copy();
        proofs = other.proofs.copy();
        ledger = new ArrayList<>(other.ledger);
    }

    MemoryTransaction copy() {
        return new MemoryTransaction(this);
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    @Override
    public SyncSummary record(Observation observation) {
        throw new UnsupportedOperationException("observations are recorded by the real store");
    }

    @Override
    public Records<dev.curfew.model.connection.Connection> connections() {
        return connections;
    }

    @Override
    public Records<Officer> officers() {
        return officers;
    }

    @Override
    public Records<ExceptionRequest> requests() {
        return requests;
    }

    @Override
    public Records<Approval> approvals() {
        return approvals;
    }

    @Override
    public Records<Window> windows() {
        return windows;
    }

    @Override
    public Records<RevocationPlan> plans() {
        return plans;
    }

    @Override
    public Records<StepRecord> steps() {
        return steps;
    }

    @Override
    public Records<ProbeAttempt> attempts() {
        return attempts;
    }

    @Override
    public Records<ProofRecord> proofs() {
        return proofs;
    }

    @Override
    public Connection jdbc() {
        throw new UnsupportedOperationException("there is no database in memory");
    }
}
