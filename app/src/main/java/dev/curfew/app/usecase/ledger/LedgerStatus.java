package dev.curfew.app.usecase.ledger;

import dev.curfew.ledger.verify.Verification;
import java.util.List;

/// What a check of the evidence log came to, with its words.
///
/// @param logKey the log's public key, to be compared with what was told by another way (C2SP signed-note verifier key)
/// @param problems one sentence each; none: consistent
/// @param witnesses against whom it was checked and when, one sentence each
public record LedgerStatus(Verification verification, String logKey, List<String> problems, List<String> witnesses) {
    public LedgerStatus {
        problems = List.copyOf(problems);
        witnesses = List.copyOf(witnesses);
    }

    public boolean consistent() {
        return problems.isEmpty();
    }
}
