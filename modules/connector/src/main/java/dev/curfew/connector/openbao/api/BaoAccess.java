package dev.curfew.connector.openbao.api;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// Opens sessions to one connected OpenBao: with what it is read or acted on with, a token or an approle to log in by,
/// or
/// with a token that was handed in.
public final class BaoAccess {
    /// The connection setting that names a namespace below the root one.
    public static final String NAMESPACE = "namespace";

    private static final Messages MESSAGES = Messages.of(BaoAccess.class);

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
    private final Connection connection;
    private final Secrets secrets;

    public BaoAccess(Http http, Connection connection, Secrets secrets) {
        this.http = http;
        this.connection = connection;
        this.secrets = secrets;
    }

    /// Only for [#with]: no token of the connection's own is there.
    public static BaoAccess toTry(Http http, Connection connection) {
        return new BaoAccess(http, connection, NO_SECRETS);
    }

    public Connection connection() {
        return connection;
    }

    /// @throws SourceException if there is no usable token, or no usable address
    public BaoSession reading() {
        return own(stored(connection.readSecret()));
    }

    /// @throws SourceException as [#reading]
    public BaoSession acting() {
        return own(stored(connection.actSecret()));
    }

    /// Empty where no acting token is kept: none at all, or a login, which has one only while it acts.
    ///
    /// @throws SourceException if it is not usable
    public Optional<BaoSession> actingIfKept() {
        Optional<Secret> kept = secrets.get(connection.actSecret());
        if (kept.flatMap(RoleLogin::parse).isPresent()) {
            kept.get().close();
            return Optional.empty();
        }
        return kept.map(this::open);
    }

    /// With a credential of ours, in any form.
    ///
    /// @param credential stays the caller's
    /// @throws SourceException as [#reading]
    public BaoSession asOwn(Secret credential) {
        return own(credential.copy());
    }

    /// @param token stays the caller's
    /// @throws SourceException as [#reading]
    public BaoSession with(Secret token) {
        return open(token.copy());
    }

    /// For a login, which needs no token and looks at none.
    ///
    /// @throws SourceException as [#reading]
    public BaoSession withoutToken() {
        return open(Secret.of("none"));
    }

    private Secret stored(String name) {
        return secrets.get(name)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("token.missing", connection.name())));
    }

    private BaoSession own(Secret credential) {
        Optional<RoleLogin> login = RoleLogin.parse(credential);
        if (login.isEmpty()) {
            return open(credential);
        }
        credential.close();
        return BaoSession.loggingIn(http, Endpoint.of(connection), namespace(), login.get());
    }

    private BaoSession open(Secret token) {
        return BaoSession.with(http, Endpoint.of(connection), namespace(), token);
    }

    private String namespace() {
        return connection.settings().getOrDefault(NAMESPACE, "");
    }
}
