package dev.curfew.connector.kubernetes.fact;

/// How what Curfew makes in a cluster is marked there.
public final class Issued {
    /// What annotations of Curfew's own begin with.
    public static final String PREFIX = "curfew.dev/";

    /// What a window's credential is called.
    public static final String LABEL = PREFIX + "label";

    /// The decision that it was issued on.
    public static final String RECEIPT = PREFIX + "receipt";

    private Issued() {}
}
