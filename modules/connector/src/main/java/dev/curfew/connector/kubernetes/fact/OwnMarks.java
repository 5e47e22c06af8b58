package dev.curfew.connector.kubernetes.fact;

import dev.curfew.model.connection.Connection;

/// How what Curfew makes in a cluster is marked there.
public final class OwnMarks {
    /// What labels and annotations of Curfew's own begin with.
    public static final String PREFIX = "curfew.dev/";

    /// The annotation that holds what a window's credential is called.
    public static final String LABEL = PREFIX + "label";

    /// The annotation that holds the decision that it was issued on.
    public static final String RECEIPT = PREFIX + "receipt";

    /// The label that says for whom something was made, by uid.
    public static final String SUBJECT = PREFIX + "subject";

    /// The label on what was kept because a time-box ended: the box's id.
    public static final String TIMEBOX = PREFIX + "timebox";

    /// The annotation on what makes pods that was stopped: for which pod, by uid, and what it was set to before.
    public static final String STOPPED = PREFIX + "stopped";

    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String CURFEW = "curfew";

    /// The connection setting that names the namespace where Curfew makes what it has to make.
    public static final String NAMESPACE = "own-namespace";

    private OwnMarks() {}

    /// That namespace.
    public static String namespace(Connection connection) {
        return connection.settings().getOrDefault(NAMESPACE, CURFEW);
    }
}
