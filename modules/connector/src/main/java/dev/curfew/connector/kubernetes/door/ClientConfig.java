package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A kubeconfig file without a secret, for programs that know no variable for a token: it has them print one, as a
/// credential plugin's answer.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins>
record ClientConfig(Path file) implements AutoCloseable {
    private static final String PLUGIN = "client.authentication.k8s.io/v1";
    private static final String ANSWER = "CURFEW_EXEC_CREDENTIAL";
    private static final String NAME = "break-glass";

    static ClientConfig write(Connection connection) {
        try {
            Path file = Files.createTempFile("curfew-kubeconfig-", ".json");
            Files.write(file, CanonicalJson.bytes(content(connection)));
            return new ClientConfig(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ?> content(Connection connection) {
        Map<String, String> cluster = new LinkedHashMap<>();
        cluster.put("server", connection.address().toString());
        String authorities = connection.settings().getOrDefault(Endpoint.CA_CERTIFICATES, "");
        if (!authorities.isEmpty()) {
            cluster.put(
                    "certificate-authority-data",
                    Base64.getEncoder().encodeToString(authorities.getBytes(StandardCharsets.US_ASCII)));
        }
        Map<String, ?> exec = Map.of(
                "apiVersion", PLUGIN, "command", "printenv", "args", List.of(ANSWER), "interactiveMode", "Never");
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "clusters",
                List.of(Map.of("name", NAME, "cluster", cluster)),
                "users",
                List.of(Map.of("name", NAME, "user", Map.of("exec", exec))),
                "contexts",
                List.of(Map.of("name", NAME, "context", Map.of("cluster", NAME, "user", NAME))),
                "current-context",
                NAME);
    }

    Map<String, Secret> variables(Secret token) {
        String answer = CanonicalJson.text(
                Map.of("apiVersion", PLUGIN, "kind", "ExecCredential", "status", Map.of("token", token.reveal())));
        return Map.of("KUBECONFIG", Secret.of(file.toString()), "KUBE_TOKEN", token.copy(), ANSWER, Secret.of(answer));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
