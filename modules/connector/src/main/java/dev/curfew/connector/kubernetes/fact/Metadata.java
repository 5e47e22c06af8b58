package dev.curfew.connector.kubernetes.fact;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all objects have.
///
/// @param namespace empty for one of the cluster
/// @param uid names this object, and no other that is ever given its name
/// @param annotations those on the allow-list only: others hold whole objects (`last-applied-configuration`)
public record Metadata(
        String namespace,
        String name,
        String uid,
        @Nullable Instant createdAt,
        Map<String, String> labels,
        Map<String, String> annotations) {

    /// Of the annotations, those that say whose it is, whom it is elsewhere, and what is addressed to Curfew.
    private static final Shape ANNOTATIONS = Shape.of(
                    "owner",
                    "team",
                    "contact",
                    "a8r.io/owner",
                    "eks.amazonaws.com/role-arn",
                    "eks.amazonaws.com/audience",
                    "iam.gke.io/gcp-service-account",
                    "azure.workload.identity/client-id",
                    "azure.workload.identity/tenant-id",
                    "kubernetes.io/service-account.name",
                    "kubernetes.io/service-account.uid")
            .andThoseOf(Tags.CURFEW);

    public static final Shape SHAPE =
            Shape.of("namespace", "name", "uid", "creationTimestamp", "labels").with("annotations", ANNOTATIONS);

    public static Metadata of(Doc object) {
        Doc metadata = object.doc("metadata");
        return new Metadata(
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                metadata.instant("creationTimestamp").orElse(null),
                metadata.textMap("labels"),
                metadata.textMap("annotations"));
    }

    /// `<namespace>/<name>`, or the name of one of the cluster.
    public String path() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
