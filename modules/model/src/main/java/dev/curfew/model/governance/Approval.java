package dev.curfew.model.governance;

import java.time.Instant;

/// One officer's signed decision on a request or a plan.
///
/// @param subject the request's or plan's id
/// @param statement the canonical JSON that was signed: subject, its hash, decision, reach recomputed or not, host,
/// nonce, time
/// @param signature Ed25519 over the statement's UTF-8 bytes, Base64
public record Approval(
        String subject, String officer, Decision decision, Instant at, String statement, String signature) {

    public enum Decision {
        APPROVE,
        DENY
    }
}
