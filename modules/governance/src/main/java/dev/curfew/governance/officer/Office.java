package dev.curfew.governance.officer;

import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Store;
import dev.curfew.model.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What every desk shares: where decisions are kept, on what machine, by which clock.
///
/// @param random for nonces, ids and keys
public record Office(
        UnitOfWork unitOfWork,
        AuditLog auditLog,
        Store store,
        Device device,
        InstantSource clock,
        SecureRandom random) {

    public Roster roster() {
        return new Roster(auditLog);
    }
}
