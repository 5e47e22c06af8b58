package dev.curfew.governance.policy;

import org.jspecify.annotations.Nullable;

/// One policy of a text, for a person to read.
///
/// @param id by which the ledger names it
/// @param requires the signatures without which a permit does not count, and until which a forbid stands; null for none
/// @param place where it starts in its text
/// @param remark the comment right above it; may be empty
/// @param condition when it applies, in one line; empty: always
/// @param source as it is written
public record PolicyRule(
        String id,
        Effect effect,
        @Nullable Requirement requires,
        TextPlace place,
        String remark,
        String condition,
        String source) {
    /// What it does where it applies.
    public enum Effect {
        PERMIT,
        FORBID
    }
}
