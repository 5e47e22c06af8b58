package dev.curfew.snapshot.store;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Window;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.record.RecordAccess;
import dev.curfew.snapshot.store.record.RecordKind;
import dev.curfew.snapshot.store.record.StoredRecords;
import java.sql.Connection;
import java.time.InstantSource;
import org.hibernate.StatelessSession;

/// One unit of work's view of the store.
final class SqlTransaction implements Transaction, RecordAccess {
    private final StatelessSession session;
    private final RecordJson json;
    private final InstantSource clock;
    private final boolean readOnly;
    private boolean over;

    SqlTransaction(StatelessSession session, RecordJson json, InstantSource clock, boolean readOnly) {
        this.session = session;
        this.json = json;
        this.clock = clock;
        this.readOnly = readOnly;
    }

    @Override
    public SyncSummary record(Observation observation) {
        writing();
        return new Recorder(session, json, clock).record(observation);
    }

    @Override
    public Records<dev.curfew.model.connection.Connection> connections() {
        return records(RecordKind.CONNECTIONS);
    }

    @Override
    public Records<Officer> officers() {
        return records(RecordKind.OFFICERS);
    }

    @Override
    public Records<ExceptionRequest> requests() {
        return records(RecordKind.REQUESTS);
    }

    @Override
    public Records<Approval> approvals() {
        return records(RecordKind.APPROVALS);
    }

    @Override
    public Records<Window> windows() {
        return records(RecordKind.WINDOWS);
    }

    @Override
    public Records<RevocationPlan> plans() {
        return records(RecordKind.PLANS);
    }

    @Override
    public Records<StepRecord> steps() {
        return records(RecordKind.STEPS);
    }

    @Override
    public Records<ProbeAttempt> attempts() {
        return records(RecordKind.ATTEMPTS);
    }

    @Override
    public Records<ProofRecord> proofs() {
        return records(RecordKind.PROOFS);
    }

    /// The session's own connection. A read-only store's database refuses to write by it.
    @Override
    public Connection jdbc() {
        reading();
        return session.doReturningWork(connection -> connection);
    }

    private <T> Records<T> records(RecordKind<T> kind) {
        return new StoredRecords<>(session, json, kind, this);
    }

    @Override
    public void reading() {
        if (over) {
            throw new IllegalStateException("this unit of work is over");
        }
    }

    @Override
    public void writing() {
        reading();
        if (readOnly) {
            throw StoreException.readOnly();
        }
    }

    void end() {
        over = true;
    }
}
