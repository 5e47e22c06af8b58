package dev.curfew.app.usecase.ledger;

import java.util.List;

/// What a check of the evidence log came to.
///
/// @param size entries checked
/// @param rootHash 64 hexadecimal digits
/// @param problems one sentence each; none: consistent
/// @param witnesses against whom it was checked and when, one sentence each
public record LedgerStatus(long size, String rootHash, List<String> problems, List<String> witnesses) {
    public LedgerStatus {
        problems = List.copyOf(problems);
        witnesses = List.copyOf(witnesses);
    }

    public boolean consistent() {
        return problems.isEmpty();
    }
}
