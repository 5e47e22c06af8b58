package dev.curfew.governance.officer;

import dev.curfew.governance.roster.RosterBook;
import dev.curfew.governance.roster.RosterMemory;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Store;
import dev.curfew.model.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/// What every desk shares: where decisions are kept, on what machine, by which clock.
///
/// @param random for nonces, ids and keys
/// @param memory of how far the roster had come, outside the workspace
public record Office(
        UnitOfWork unitOfWork,
        AuditLog auditLog,
        Store store,
        Device device,
        InstantSource clock,
        SecureRandom random,
        RosterMemory memory) {

    private static final int NONCE_BYTES = 16;

    /// One that remembers nothing of its roster beyond what the ledger does.
    public Office(
            UnitOfWork unitOfWork,
            AuditLog auditLog,
            Store store,
            Device device,
            InstantSource clock,
            SecureRandom random) {
        this(unitOfWork, auditLog, store, device, clock, random, RosterMemory.NONE);
    }

    /// Random, so that no two statements sign alike; 32 hexadecimal digits.
    public String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public Roster roster() {
        return new Roster(auditLog, rosterBook());
    }

    public RosterBook rosterBook() {
        return new RosterBook(auditLog, memory);
    }
}
