package dev.curfew.model.evaluation;

/// One statement or rule of a policy.
///
/// @param policy the policy's name or id
/// @param statement its position, from 0
/// @param label the statement's own id (`Sid`) or path; empty when it has none
public record DecidingStatement(String policy, int statement, String label) {

    public DecidingStatement {
        if (statement < 0) {
            throw new IllegalArgumentException("statements count from 0");
        }
    }
}
