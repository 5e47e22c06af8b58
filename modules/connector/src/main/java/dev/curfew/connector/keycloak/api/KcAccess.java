package dev.curfew.connector.keycloak.api;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens sessions to one connected Keycloak: with its reading login, its acting login, or one that was handed in.
public final class KcAccess {
    /// The connection setting that names the realm in which Curfew's own clients are, where their texts name none.
    public static final String REALM = "realm";

    /// Where administrators of all realms are.
    public static final String REALM_USUAL = "master";

    private static final Messages MESSAGES = Messages.of(KcAccess.class);

    private final Http http;
    private final Connection connection;
    private final Function<String, Optional<Secret>> kept;
    private final BiConsumer<String, Secret> keep;

    public KcAccess(Http http, Connection connection, Secrets secrets) {
        this(http, connection, secrets::get, secrets::put);
    }

    private KcAccess(
            Http http,
            Connection connection,
            Function<String, Optional<Secret>> kept,
            BiConsumer<String, Secret> keep) {
        this.http = http;
        this.connection = connection;
        this.kept = kept;
        this.keep = keep;
    }

    /// Only for [#with], [#login], [#tokens] and [#bearing]: no login of the connection's own is there.
    public static KcAccess toTry(Http http, Connection connection) {
        return new KcAccess(http, connection, _ -> Optional.empty(), (_, _) -> {});
    }

    public Connection connection() {
        return connection;
    }

    /// @throws SourceException if no usable address is kept
    public TokenEndpoint tokens() {
        return new TokenEndpoint(http, Endpoint.of(connection));
    }

    /// @param token stays the caller's
    /// @throws SourceException if no usable address is kept
    public KcBearer bearing(Secret token) {
        return new KcBearer(http, Endpoint.of(connection), token);
    }

    /// @throws SourceException if there is no usable login, or no usable address
    public KcSession reading() {
        return stored(connection.readSecret());
    }

    /// @throws SourceException as [#reading]
    public KcSession acting() {
        return stored(connection.actSecret());
    }

    /// @param text stays the caller's
    /// @throws SourceException as [#reading]
    public KcSession with(Secret text) {
        return open(login(text), _ -> {});
    }

    /// The caller closes it; here and below.
    Optional<Secret> keptToRead() {
        return kept.apply(connection.readSecret());
    }

    Optional<Secret> keptToAct() {
        return kept.apply(connection.actSecret());
    }

    /// The login that a text holds; the caller closes it.
    ///
    /// @throws SourceException if it holds none
    public KcLogin login(Secret text) {
        DeviceText.of(text).ifPresent(device -> {
            device.close();
            throw new SourceException(
                    SourceException.Kind.REFUSED, MESSAGES.text("device.first", device.clientId(), connection.name()));
        });
        return KcLoginText.parse(text, realm())
                .orElseThrow(() -> new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("login.shape")));
    }

    /// Where a credential logs in whose text names no realm.
    String realm() {
        return connection.settings().getOrDefault(REALM, REALM_USUAL);
    }

    /// The reading login itself; the caller closes it.
    ///
    /// @throws SourceException if there is none
    public KcLogin readingLogin() {
        try (Secret text = text(connection.readSecret())) {
            return login(text);
        }
    }

    private Secret text(String name) {
        return kept.apply(name)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("login.missing", connection.name())));
    }

    private KcSession stored(String name) {
        try (Secret text = text(name)) {
            return open(login(text), fresh -> keep.accept(name, fresh));
        }
    }

    private KcSession open(KcLogin login, Consumer<Secret> keepRefreshed) {
        Endpoint endpoint = Endpoint.of(connection);
        return new KcSession(http, endpoint, new KcTokens(new TokenEndpoint(http, endpoint), login, keepRefreshed));
    }
}
