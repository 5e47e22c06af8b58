package dev.curfew.model.port;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Window;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;

/// What one unit of work may read and write. Valid only inside its `UnitOfWork.run`.
public interface Transaction {

    /// Adds what is new, closes what changed or is provably absent, and leaves alone what was not read.
    SyncSummary record(Observation observation);

    /// Keyed by name.
    Records<Connection> connections();

    /// Keyed by name.
    Records<Officer> officers();

    /// Keyed by id.
    Records<ExceptionRequest> requests();

    /// Keyed by `subject/officer`.
    Records<Approval> approvals();

    /// Keyed by id.
    Records<Window> windows();

    /// Keyed by id.
    Records<RevocationPlan> plans();

    /// Keyed by `StepRecord.key`.
    Records<StepRecord> steps();

    /// Keyed by `ProbeAttempt.key`.
    Records<ProbeAttempt> attempts();

    /// Keyed by `ProofRecord.key`.
    Records<ProofRecord> proofs();

    /// For the ledger, which joins this transaction without an ORM. Never commit, roll back or close it.
    java.sql.Connection jdbc();
}
