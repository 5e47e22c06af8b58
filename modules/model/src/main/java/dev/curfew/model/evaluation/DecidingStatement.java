package dev.curfew.model.evaluation;

/// One statement or rule of a policy; or what decides without one: a membership, a login, an attachment.
///
/// @param policy the policy's name or id; without a statement, what it is a membership of, a login to
/// @param statement its position, from 0; [#NONE] where none decides
/// @param label the statement's own id (`Sid`) or path; empty when it has none
public record DecidingStatement(String policy, int statement, String label) {

    /// The position of no statement.
    public static final int NONE = -1;

    public DecidingStatement {
        if (statement < NONE) {
            throw new IllegalArgumentException("statements count from 0");
        }
    }

    /// What decides without a policy.
    ///
    /// @param by a group, a grant, what something is attached to
    /// @param label what it is to that: `member`, `attached`
    public static DecidingStatement given(String by, String label) {
        return new DecidingStatement(by, NONE, label);
    }

    /// The same of a policy of another name.
    public DecidingStatement of(String other) {
        return new DecidingStatement(other, statement, label);
    }

    /// Whether a policy says so.
    public boolean isWritten() {
        return statement != NONE;
    }
}
