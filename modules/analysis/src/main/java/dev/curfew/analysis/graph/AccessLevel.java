package dev.curfew.analysis.graph;

import dev.curfew.analysis.reach.HopKind;

/// What an edge lets one do with the thing it leads to, weakest first.
public enum AccessLevel {
    /// It leads to somebody whom one becomes, or to a credential.
    BECOME,
    READ,
    WRITE,
    /// Who may do what with it can be changed.
    PERMISSIONS,
    /// All of it, its access rules too.
    ADMINISTER;

    private static final String EVERYTHING = "*";

    /// @param actions of the step; none or all: it is administered as a whole
    static AccessLevel of(HopKind kind, String actions) {
        return switch (kind) {
            case READS -> READ;
            case WRITES -> WRITE;
            case ADMINISTERS -> actions.isEmpty() || actions.equals(EVERYTHING) ? ADMINISTER : PERMISSIONS;
            case MEMBER_OF,
                    HOLDS,
                    LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    ESCALATES -> BECOME;
        };
    }
}
