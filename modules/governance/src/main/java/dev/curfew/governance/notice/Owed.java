package dev.curfew.governance.notice;

import java.time.Instant;

/// A word that owners owe about what is theirs, and who is to hear of it.
///
/// @param about a question's id, or an owner as tags name them
/// @param owner empty: several
/// @param once it is told once for each: the time of which it is told
/// @param count of identities, or of owners
/// @param at from when on the turns count in which it is told
/// @param address the owner's; empty where none is known, or nothing goes there
public record Owed(What what, String about, String owner, String once, int count, Instant at, String address) {

    /// What is told. The first two are told to the owner, if they can be.
    public enum What {
        /// A question that its owner did not answer in time.
        ASKED,
        /// That one owner has not said for a period.
        PERIOD,
        /// How many owners have not, to whom nothing goes.
        UNREACHED,
        /// How many owners have not, though they were told.
        SILENT;

        /// Whether officers hear of it, after the owner. Of what a single owner owes by the period, they hear in a sum.
        boolean isForOfficers() {
            return this != PERIOD;
        }
    }
}
