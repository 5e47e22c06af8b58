package dev.curfew.analysis.reach.federation;

/// The tags by which connectors say what federation hangs on.
public final class FederationTags {
    /// Of an identity: who signs its tokens, a URL.
    public static final String ISSUER = "curfew:oidc-issuer";

    /// Of an identity: the `sub` of its tokens.
    public static final String SUBJECT = "curfew:oidc-subject";

    /// Of a `kubernetes.cluster` or an `aws.eks`: who signs its service accounts' tokens, a URL.
    public static final String CLUSTER_ISSUER = "oidc-issuer";

    /// Of a `kubernetes.cluster` or an `aws.eks`: the addresses of its API server, with commas between.
    public static final String CLUSTER_SERVERS = "api-server";

    private FederationTags() {}
}
