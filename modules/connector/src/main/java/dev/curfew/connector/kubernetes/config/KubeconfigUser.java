package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import org.jspecify.annotations.Nullable;

/// A user of a kubeconfig file.
///
/// @param cluster what a plugin is told, if it asks for it
record KubeconfigUser(Doc user, Doc cluster) {

    /// @throws SourceException if there is none, it cannot be read, or it asks for what cannot be done
    KubeCredential credential(ExecCredentials plugins, boolean mayExec) throws InterruptedException {
        Kubeconfig.refuse(user.has("auth-provider"), "auth-provider");
        Kubeconfig.refuse(user.has("username") || user.has("password"), "username");
        Kubeconfig.refuse(user.has("as") || user.has("as-groups"), "as");
        if (user.has("exec")) {
            return plugins.get(ExecPlugin.read(user.doc("exec"), cluster), mayExec);
        }
        return KubeCredential.of(token(), certificate());
    }

    /// A file comes before a token beside it, which is its last state.
    private @Nullable Secret token() {
        if (user.has("tokenFile")) {
            return LocalFiles.secret(user.text("tokenFile"));
        }
        String token = user.text("token");
        return token.isEmpty() ? null : Secret.of(token);
    }

    private @Nullable ClientCertificate certificate() {
        String chain = LocalFiles.dataOrFile(user, "client-certificate");
        if (chain.isEmpty()) {
            return null;
        }
        try (Secret key = Secret.of(LocalFiles.dataOrFile(user, "client-key"))) {
            return Logins.pair(chain, key);
        }
    }

    /// Without what it holds.
    @Override
    public String toString() {
        return "KubeconfigUser";
    }
}
