package dev.curfew.connector.kubernetes.api;

import java.util.Map;

/// What is asked for at [KubePath#token].
///
/// <https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/>
public final class TokenRequest {
    private TokenRequest() {}

    public static Map<String, ?> of(Map<String, ?> spec) {
        return Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "TokenRequest", "spec", spec);
    }
}
