package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;

/// Everything that a source holds, as one resource: who administers it reaches all of it.
public final class Whole {
    private static final String OPENBAO = "server";
    private static final String KUBERNETES = "cluster";

    private Whole() {}

    public static ResourceId openBao(SourceName source) {
        return new ResourceId(source, OPENBAO);
    }

    public static ResourceId kubernetes(SourceName source) {
        return new ResourceId(source, KUBERNETES);
    }

    /// @param partition `aws`, `aws-us-gov`, `aws-cn`
    /// @param account twelve digits
    public static ResourceId aws(SourceName source, String partition, String account) {
        return new ResourceId(source, "arn:" + partition + ":iam::" + account + ":root");
    }

    public static boolean isWhole(ResourceId id) {
        return Kinds.packaged().isWhole(id);
    }
}
