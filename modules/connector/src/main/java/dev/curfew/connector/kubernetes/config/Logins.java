package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;

/// Reads credentials as they are kept: a kubeconfig file, a certificate with its key in PEM, or else a bearer token.
public final class Logins {
    /// The connection setting that names the context of a kubeconfig; its current one if it is not there.
    public static final String CONTEXT = "context";

    /// The connection setting without which no program that a kubeconfig names is run.
    public static final String ALLOW_EXEC = "allow-exec";

    private static final Messages MESSAGES = Messages.of(Logins.class);
    private static final String KEY = "PRIVATE KEY-----";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private final ExecCredentials plugins;

    public Logins(InstantSource clock) {
        this.plugins = new ExecCredentials(clock);
    }

    /// A credential of ours.
    ///
    /// @param text stays the caller's
    /// @throws SourceException if it cannot be read, is for another server, or its plugin fails
    public Login own(Secret text, Connection connection) throws InterruptedException {
        if (!text.use(value -> Kubeconfig.isOne(new String(value)))) {
            return value(text);
        }
        Kubeconfig config = Kubeconfig.read(text.reveal(), connection.settings().getOrDefault(CONTEXT, ""));
        config.requireServer(connection.address());
        boolean mayExec = Boolean.parseBoolean(connection.settings().getOrDefault(ALLOW_EXEC, "false"));
        return new Login(config.user().credential(plugins, mayExec), config.authorities());
    }

    /// A value to be tried.
    ///
    /// @param text stays the caller's
    /// @throws SourceException if it can be no credential
    public static Login value(Secret text) {
        if (!text.use(value -> isPair(new String(value)))) {
            return new Login(KubeCredential.of(text.copy(), null), "");
        }
        return new Login(KubeCredential.of(null, pair(text.reveal(), text)), "");
    }

    private static boolean isPair(String text) {
        return text.contains(CERTIFICATE) && text.contains(KEY);
    }

    /// @throws SourceException without the words of what could not be read
    static ClientCertificate pair(String chain, Secret key) {
        try {
            return ClientCertificate.of(certificates(chain), key);
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text("certificate.unreadable", String.valueOf(e.getMessage())));
        }
    }

    /// A reader of certificates stumbles over a key between them.
    private static String certificates(String text) {
        String end = "-----END CERTIFICATE-----";
        StringBuilder found = new StringBuilder();
        int begin = text.indexOf(CERTIFICATE);
        while (begin >= 0) {
            int stop = text.indexOf(end, begin);
            if (stop < 0) {
                break;
            }
            found.append(text, begin, stop + end.length()).append('\n');
            begin = text.indexOf(CERTIFICATE, stop);
        }
        return found.toString();
    }
}
