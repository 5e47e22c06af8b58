package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.config.Login;
import dev.curfew.connector.kubernetes.config.Logins;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Opens sessions to one connected cluster: with its reading credential, its acting one, or one that was handed in.
public final class KubeAccess {
    private static final Messages MESSAGES = Messages.of(KubeAccess.class);

    private final Http http;
    private final Logins logins;
    private final Connection connection;
    private final Secrets secrets;

    public KubeAccess(Http http, Logins logins, Connection connection, Secrets secrets) {
        this.http = http;
        this.logins = logins;
        this.connection = connection;
        this.secrets = secrets;
    }

    public Connection connection() {
        return connection;
    }

    public Secrets secrets() {
        return secrets;
    }

    /// @throws SourceException if there is no usable credential, or no usable address
    public KubeSession reading() throws InterruptedException {
        return stored(connection.readSecret());
    }

    /// @throws SourceException as [#reading]
    public KubeSession acting() throws InterruptedException {
        return stored(connection.actSecret());
    }

    /// Empty where no acting credential is kept.
    ///
    /// @throws SourceException if it is not usable
    public Optional<KubeSession> actingIfKept() throws InterruptedException {
        try (Secret secret = secrets.get(connection.actSecret()).orElse(null)) {
            return secret == null ? Optional.empty() : Optional.of(own(secret));
        }
    }

    /// With a credential of ours, in any form: a kubeconfig runs its plugin.
    ///
    /// @param credential stays the caller's
    /// @throws SourceException as [#reading]
    public KubeSession own(Secret credential) throws InterruptedException {
        return open(logins.own(credential, connection));
    }

    /// With a value that is to be tried: a token, or a certificate with its key. Nothing is run for it.
    ///
    /// @param value stays the caller's
    /// @throws SourceException if it is neither
    public KubeSession with(Secret value) {
        return open(Logins.value(value));
    }

    /// The value that a credential of ours comes down to, for comparing with another; empty where it is no token.
    public Optional<Secret> token(Secret credential) throws InterruptedException {
        try (var login = logins.own(credential, connection).credential()) {
            return login.token();
        }
    }

    private KubeSession stored(String name) throws InterruptedException {
        try (Secret secret = secrets.get(name).orElse(null)) {
            if (secret == null) {
                throw new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("credential.missing", connection.name()));
            }
            return own(secret);
        }
    }

    private KubeSession open(Login login) {
        boolean opened = false;
        try {
            KubeSession session = new KubeSession(http, Endpoint.of(trusting(login)), login.credential());
            opened = true;
            return session;
        } finally {
            if (!opened) {
                login.credential().close();
            }
        }
    }

    /// The connection's own authorities come before those that a kubeconfig names.
    private Connection trusting(Login login) {
        if (login.authorities().isEmpty() || connection.settings().containsKey(Endpoint.CA_CERTIFICATES)) {
            return connection;
        }
        Map<String, String> settings = new LinkedHashMap<>(connection.settings());
        settings.put(Endpoint.CA_CERTIFICATES, login.authorities());
        return new Connection(
                connection.name(),
                connection.kind(),
                connection.address(),
                connection.canAct(),
                connection.connectedAt(),
                settings);
    }
}
