package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.http.Form;
import java.util.Map;

/// Paths below the server's address.
public final class KubePath {
    public static final String SELF_REVIEW = "apis/authentication.k8s.io/v1/selfsubjectreviews";
    public static final Map<String, ?> SELF_REVIEW_BODY =
            Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "SelfSubjectReview");
    public static final String TOKEN_REVIEW = "apis/authentication.k8s.io/v1/tokenreviews";
    public static final String RBAC = "apis/rbac.authorization.k8s.io/v1/";

    private KubePath() {}

    /// Something that lives in a namespace, of the core API.
    public static String core(String namespace, String plural, String name) {
        return "api/v1/" + below(namespace, plural, name);
    }

    /// Where tokens of a service account are asked for.
    public static String token(String namespace, String account) {
        return core(namespace, "serviceaccounts", account) + "/token";
    }

    /// What makes pods.
    ///
    /// @param group with its version: `apps/v1`
    public static String workload(String group, String namespace, String plural, String name) {
        return "apis/" + group + "/" + below(namespace, plural, name);
    }

    /// A role or binding.
    ///
    /// @param namespace empty for one of the cluster
    public static String rbac(String namespace, String plural, String name) {
        return RBAC + (namespace.isEmpty() ? plural + "/" + encode(name) : below(namespace, plural, name));
    }

    /// Roles or bindings: all of a namespace's, or of the cluster's.
    public static String rbac(String namespace, String plural) {
        return RBAC + (namespace.isEmpty() ? plural : below(namespace, plural, ""));
    }

    private static String below(String namespace, String plural, String name) {
        String all = "namespaces/" + encode(namespace) + "/" + plural;
        return name.isEmpty() ? all : all + "/" + encode(name);
    }

    /// As a segment, or as a value in a query.
    public static String encode(String name) {
        return Form.segment(name);
    }
}
