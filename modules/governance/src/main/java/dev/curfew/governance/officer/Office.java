package dev.curfew.governance.officer;

import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Store;
import dev.curfew.model.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

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

    private static final int NONCE_BYTES = 16;

    /// Random, so that no two statements sign alike; 32 hexadecimal digits.
    public String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public Roster roster() {
        return new Roster(auditLog);
    }
}
