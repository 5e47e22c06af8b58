package dev.curfew.app.usecase.counter;

import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.governance.Workload;

/// A workload, and by which trust it was recognised: another one under the same name says nothing of it.
///
/// @param trustHash `WorkloadTrust.hash`
public record Caller(Workload workload, String trustHash) {

    public static Caller by(WorkloadTrust trust, String subject) {
        return new Caller(new Workload(trust.name(), subject), trust.hash());
    }
}
