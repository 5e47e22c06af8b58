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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Opens sessions to one connected cluster: with its reading credential, its acting one, or one that was handed in.
public final class KubeAccess {
    private static final Messages MESSAGES = Messages.of(KubeAccess.class);

    private static final Secrets NO_SECRETS = new Secrets() {
        @Override
        public Optional<Secret> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, Secret value) {
            throw new UnsupportedOperationException("there is no place for secrets");
        }

        @Override
        public void remove(String name) {
            // There is none.
        }
    };

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

    /// Only for [#own] and [#with]: no credential of the connection's own is there.
    public static KubeAccess toTry(Http http, Logins logins, Connection connection) {
        return new KubeAccess(http, logins, connection, NO_SECRETS);
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

    /// As the account that acts, by a token that was asked for, where one is set; else with what is kept.
    ///
    /// @throws SourceException as [#reading], or if no such token is to be had
    public KubeSession acting() throws InterruptedException {
        Optional<ActingToken> account = ActingToken.of(connection);
        return account.isEmpty() ? stored(connection.actSecret()) : actingAs(account.get());
    }

    private KubeSession actingAs(ActingToken account) throws InterruptedException {
        Login kept = login(connection.actSecret());
        try (KubeSession asking = open(kept);
                Secret token = account.ask(asking)) {
            return open(new Login(Logins.value(token).credential(), kept.authorities()));
        }
    }

    /// Whom it acts as, where that is not whom the kept credential stands for.
    Optional<String> actsAs() {
        return ActingToken.of(connection).map(ActingToken::user);
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

    /// As [#own] for what is kept as a credential of ours, and as [#with] for everything else: a kubeconfig that was
    /// found somewhere names any program.
    ///
    /// @param value stays the caller's
    public KubeSession ownOrWith(Secret value) throws InterruptedException {
        return isKept(connection.readSecret(), value) || isKept(connection.actSecret(), value)
                ? own(value)
                : with(value);
    }

    private boolean isKept(String name, Secret value) {
        try (Secret kept = secrets.get(name).orElse(null)) {
            return kept != null && kept.use(one -> value.use(other -> Arrays.equals(one, other)));
        }
    }

    private KubeSession stored(String name) throws InterruptedException {
        return open(login(name));
    }

    private Login login(String name) throws InterruptedException {
        try (Secret secret = secrets.get(name).orElse(null)) {
            if (secret == null) {
                throw new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("credential.missing", connection.name()));
            }
            return logins.own(secret, connection);
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
