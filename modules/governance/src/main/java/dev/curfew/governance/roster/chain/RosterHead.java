package dev.curfew.governance.roster.chain;

/// How far a roster had come.
///
/// @param roster hash of the statement that founded it, by which it is named everywhere
/// @param number of its newest statement, from 1
/// @param hash of that statement
public record RosterHead(String roster, int number, String hash) {
    public RosterHead {
        if (number < 1) {
            throw new IllegalArgumentException("statements are counted from 1");
        }
    }
}
