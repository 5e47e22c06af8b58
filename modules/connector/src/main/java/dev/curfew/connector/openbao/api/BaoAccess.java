package dev.curfew.connector.openbao.api;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// Opens sessions to one connected OpenBao: with its reading token, its acting token, or one that was handed in.
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
        return open(stored(connection.readSecret()));
    }

    /// @throws SourceException as [#reading]
    public BaoSession acting() {
        return open(stored(connection.actSecret()));
    }

    /// Empty where no acting token is kept.
    ///
    /// @throws SourceException if it is not usable
    public Optional<BaoSession> actingIfKept() {
        return secrets.get(connection.actSecret()).map(this::open);
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

    private BaoSession open(Secret token) {
        String namespace = connection.settings().getOrDefault(NAMESPACE, "");
        return new BaoSession(http, Endpoint.of(connection), namespace, token);
    }
}
