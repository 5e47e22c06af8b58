package dev.curfew.snapshot.store.record;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import java.util.function.Function;

/// A kind of record: what it is called in the store and in an export, what it is keyed by, and where a transaction has
/// it.
public record RecordKind<T>(String name, Class<T> type, Function<T, String> key, Function<Transaction, Records<T>> in) {
    public static final RecordKind<Connection> CONNECTIONS =
            new RecordKind<>("connections", Connection.class, one -> one.name().value(), Transaction::connections);
    public static final RecordKind<Officer> OFFICERS =
            new RecordKind<>("officers", Officer.class, Officer::name, Transaction::officers);
    public static final RecordKind<ExceptionRequest> REQUESTS =
            new RecordKind<>("requests", ExceptionRequest.class, ExceptionRequest::id, Transaction::requests);
    public static final RecordKind<Approval> APPROVALS = new RecordKind<>(
            "approvals", Approval.class, one -> one.subject() + "/" + one.officer(), Transaction::approvals);
    public static final RecordKind<Window> WINDOWS =
            new RecordKind<>("windows", Window.class, Window::id, Transaction::windows);
    public static final RecordKind<RevocationPlan> PLANS =
            new RecordKind<>("plans", RevocationPlan.class, RevocationPlan::id, Transaction::plans);
    public static final RecordKind<StepRecord> STEPS =
            new RecordKind<>("steps", StepRecord.class, StepRecord::key, Transaction::steps);
    public static final RecordKind<ProbeAttempt> ATTEMPTS =
            new RecordKind<>("attempts", ProbeAttempt.class, ProbeAttempt::key, Transaction::attempts);
    public static final RecordKind<ProofRecord> PROOFS =
            new RecordKind<>("proofs", ProofRecord.class, ProofRecord::key, Transaction::proofs);
}
