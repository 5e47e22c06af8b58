package dev.curfew.connector.kubernetes.observe.secret;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A Secret that is made empty, and that the cluster fills with a token.
///
/// <https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets>
public final class FilledSecret {
    /// The controller that fills it takes well under a second; a server under load takes longer.
    private static final int LOOKS_MAX = 100;

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private FilledSecret() {}

    /// What is created.
    ///
    /// @param account the service account's name
    public static Map<String, ?> of(String name, String account, Map<String, String> labels) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "type",
                LegacyTokens.TYPE,
                "metadata",
                Map.of("name", name, "labels", labels, "annotations", Map.of(LegacyTokens.ACCOUNT, account)));
    }

    /// How it stands now; empty where it is not seen.
    @FunctionalInterface
    public interface Look {
        Optional<Doc> now() throws InterruptedException;
    }

    /// The Secret, with a token in it; empty if the cluster did not fill it in time.
    ///
    /// @throws SourceException as the look does
    public static Optional<Doc> await(Look look) throws InterruptedException {
        for (int tries = 0; tries < LOOKS_MAX; tries++) {
            Optional<Doc> secret =
                    look.now().filter(doc -> !doc.doc("data").text("token").isEmpty());
            if (secret.isPresent()) {
                return secret;
            }
            Thread.sleep(BETWEEN);
        }
        return Optional.empty();
    }

    /// The JSON keeps the value as a string that nobody can wipe; it goes with this method's frame.
    public static Secret token(Doc filled) {
        return Secret.of(
                new String(Base64.getDecoder().decode(filled.doc("data").text("token")), StandardCharsets.US_ASCII));
    }
}
