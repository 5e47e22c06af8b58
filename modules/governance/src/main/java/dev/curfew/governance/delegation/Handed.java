package dev.curfew.governance.delegation;

/// A voice that was handed on, as the ledger has it and the roster lets it stand.
///
/// @param ledgerIndex of its entry: approvals before it do not give this voice
/// @param ended why it stands no more, whatever was signed with it before, in words for a person; empty where it may.
///     Its own end is no such reason
public record Handed(Delegation delegation, long ledgerIndex, String ended) {
    public boolean stands() {
        return ended.isEmpty();
    }
}
