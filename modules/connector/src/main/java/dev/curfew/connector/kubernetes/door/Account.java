package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.connector.kubernetes.token.TokenClaims;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// The service account of a token in a Secret, in a namespace that has no other. The role that it takes for a session
/// is the ClusterRole `<namespace>:<account>`, by a binding of that name.
///
/// @param secret the Secret that holds the token
record Account(String namespace, String name, String uid, String secret) {
    private static final Messages MESSAGES = Messages.of(Account.class);
    private static final String RBAC = "rbac.authorization.k8s.io";

    /// @throws SourceException if it is no token in a Secret; the message does not repeat it
    static Account of(Secret credential) {
        TokenClaims claims = Jwt.read(credential)
                .map(TokenClaims::of)
                .filter(it -> !it.secret().isEmpty())
                .orElseThrow(
                        () -> new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape")));
        return new Account(claims.namespace(), claims.account(), claims.accountUid(), claims.secret());
    }

    /// As the estate has it.
    String nativeId(SourceName source) {
        return new NativeNames(source).account(namespace, name, uid).nativeId();
    }

    String path() {
        return namespace + "/" + name;
    }

    String role() {
        return namespace + ":" + name;
    }

    String secretPath(String secretName) {
        return KubePath.core(namespace, "secrets", secretName);
    }

    String tokenPath() {
        return KubePath.token(namespace, name);
    }

    String bindingPath() {
        return KubePath.rbac("", "clusterrolebindings", role());
    }

    Map<String, ?> binding() {
        return Map.of(
                "apiVersion",
                RBAC + "/v1",
                "kind",
                "ClusterRoleBinding",
                "metadata",
                Map.of("name", role()),
                "roleRef",
                Map.of("apiGroup", RBAC, "kind", "ClusterRole", "name", role()),
                "subjects",
                List.of(Map.of("kind", "ServiceAccount", "name", name, "namespace", namespace)));
    }
}
