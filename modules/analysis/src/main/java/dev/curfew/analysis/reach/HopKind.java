package dev.curfew.analysis.reach;

/// What one hop of a path does.
public enum HopKind {
    /// Has a group's grants.
    MEMBER_OF,
    /// Has a policy: a grant, which can be taken away.
    HOLDS,
    /// A credential proves an identity.
    LOGS_IN_AS,
    /// Becomes a role by its trust policy (`sts:AssumeRole`).
    ASSUMES,
    /// Becomes an identity of another provider by a token of its own (IRSA, OIDC).
    FEDERATES,
    /// Hands a role to a service that then acts with it (`iam:PassRole`).
    PASSES_ROLE,
    /// Makes a new credential of something else.
    MINTS,
    /// Runs code as an identity (a pod with a service account), or in a workload.
    RUNS_AS,
    /// Acts in an identity's name (Kubernetes impersonation).
    IMPERSONATES,
    READS,
    WRITES,
    /// Controls wholly: everything on it, its access rules too.
    ADMINISTERS,
    /// Can change what it is granted itself, up to administrator.
    ESCALATES;

    /// Of several things that can be done to a resource the one to tell first is the strongest; 0: nothing is done to
    /// it.
    public int strength() {
        return switch (this) {
            case READS -> 1;
            case WRITES -> 2;
            case ADMINISTERS -> 3;
            case MEMBER_OF,
                    HOLDS,
                    LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    ESCALATES -> 0;
        };
    }
}
