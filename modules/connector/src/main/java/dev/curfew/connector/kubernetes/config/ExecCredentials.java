package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// What plugins answered, for as long as they say that it holds.
final class ExecCredentials {
    private static final Messages MESSAGES = Messages.of(ExecCredentials.class);

    /// A credential that ends during a call would look revoked.
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<ExecPlugin, Kept> kept = new HashMap<>();

    ExecCredentials(InstantSource clock) {
        this.clock = clock;
    }

    private record Kept(KubeCredential credential, Instant until) {}

    /// A copy; the caller closes it. Plugins are run one after another: two would ask a person twice.
    ///
    /// @throws SourceException if running is not allowed, or it fails
    synchronized KubeCredential get(ExecPlugin plugin, boolean mayExec) throws InterruptedException {
        if (!mayExec) {
            throw Kubeconfig.refused(
                    MESSAGES.text("exec.not-allowed", plugin.command().getFirst(), Logins.ALLOW_EXEC));
        }
        Kept known = kept.get(plugin);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.credential().copy();
        }
        Doc status = plugin.run();
        KubeCredential fresh = credential(status);
        // one without an end is asked for each time
        Instant until = status.instant("expirationTimestamp")
                .map(end -> end.minus(EARLY))
                .orElse(Instant.MIN);
        Kept before = kept.put(plugin, new Kept(fresh, until));
        if (before != null) {
            before.credential().close();
        }
        return fresh.copy();
    }

    private static KubeCredential credential(Doc status) {
        String token = status.text("token");
        String chain = status.text("clientCertificateData");
        ClientCertificate certificate = null;
        if (!chain.isEmpty()) {
            try (Secret key = Secret.of(status.text("clientKeyData"))) {
                certificate = Logins.pair(chain, key);
            }
        }
        return KubeCredential.of(token.isEmpty() ? null : Secret.of(token), certificate);
    }
}
