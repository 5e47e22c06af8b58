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
    /// Runs code as an identity (a pod with a service account).
    RUNS_AS,
    /// Acts in an identity's name (Kubernetes impersonation).
    IMPERSONATES,
    READS,
    WRITES,
    /// Controls wholly: everything on it, its access rules too.
    ADMINISTERS,
    /// Can change what it is granted itself, up to administrator.
    ESCALATES
}
