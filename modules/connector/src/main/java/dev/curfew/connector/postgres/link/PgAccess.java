package dev.curfew.connector.postgres.link;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.connector.dial.PublicSockets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// Opens sessions with one connected cluster: as its reading role, its acting role, or somebody whose login was handed
/// in.
public final class PgAccess {
    /// The setting that says how safe a session has to be.
    public static final String TLS = "sslmode";

    /// The setting that holds the certificates, in PEM, of the authorities that the server is trusted by.
    public static final String CA_CERTIFICATES = "ca-certificates";

    private static final Messages MESSAGES = Messages.of(PgAccess.class);

    /// PostgreSQL 14 is the oldest that is still mended; what is read is there since then.
    private static final int VERSION_MIN = 14;

    /// What the driver holds of one answer at a time: five thousand rows, or one with a million names.
    private static final String RESULT_BYTES_MAX = "256M";

    /// Kept, for a logger that nobody holds forgets its level. What the driver would say is in its exceptions, and it
    /// would say it to whoever reads the standard error stream.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final Connection connection;
    private final Secrets secrets;
    private final PgLimits limits;

    public PgAccess(Connection connection, Secrets secrets, PgLimits limits) {
        this.connection = connection;
        this.secrets = secrets;
        this.limits = limits;
    }

    public SourceName source() {
        return connection.name();
    }

    /// Host and port, for messages.
    public String where() {
        return address().toString();
    }

    /// Whether this cluster answers at an address: host, port and database. Two names of one host are not told to be.
    public boolean isAt(String address) {
        try {
            PgAddress other = PgAddress.of(new URI("postgresql://" + address));
            return other.port() == address().port()
                    && other.host().equalsIgnoreCase(address().host());
        } catch (URISyntaxException | SourceException _) {
            return false;
        }
    }

    /// The database that is connected to first.
    public String maintenance() {
        return address().database();
    }

    /// The reading login; closed by the caller.
    ///
    /// @throws SourceException if there is none, or it cannot be read
    public PgLogin readingLogin() {
        return stored(connection.readSecret());
    }

    /// As above.
    public PgLogin actingLogin() {
        return stored(connection.actSecret());
    }

    /// The role that is acted as; empty where none is kept, or what is kept cannot be read.
    public Optional<String> actingRole() {
        return secrets.get(connection.actSecret()).flatMap(text -> {
            try (text) {
                return PgLoginText.parse(text, address()).map(login -> {
                    try (login) {
                        return login.user();
                    }
                });
            }
        });
    }

    /// What somebody handed in: one of the texts of [PgLoginText], or the password of the role.
    public Optional<PgLogin> login(Secret text, String role) {
        return PgLoginText.parse(text, address(), role);
    }

    public Optional<PgLogin> login(Secret text) {
        return PgLoginText.parse(text, address());
    }

    /// How a new login is handed over: as a line of a password file.
    public Secret line(String role, Secret password) {
        return PgLoginText.line(address(), role, password);
    }

    /// How libpq is told of a login that was handed over; the caller closes what is returned.
    public Map<String, Secret> variables(Secret value) {
        try (PgLogin login = login(value).orElseThrow()) {
            Secret password = login.password();
            return password == null
                    ? Map.of()
                    : Map.of(
                            "PGHOST", Secret.of(address().host()),
                            "PGPORT", Secret.of(String.valueOf(address().port())),
                            "PGUSER", Secret.of(login.user()),
                            "PGPASSWORD", password.copy());
        }
    }

    /// A session that changes nothing, and sees the server as it is at its first query.
    ///
    /// @param login stays the caller's
    public PgSession read(PgLogin login, String database) throws PgException, InterruptedException {
        // A query that is refused leaves the others of its transaction standing.
        PgSession session = open(login, database, "always");
        set(session, "SET default_transaction_read_only = on", "SET default_transaction_isolation = 'repeatable read'");
        session.asOfOneMoment();
        return session;
    }

    /// A session that may.
    ///
    /// @param login stays the caller's
    public PgSession act(PgLogin login, String database) throws PgException, InterruptedException {
        PgSession session = open(login, database, "never");
        set(session, "SET lock_timeout = " + limits.lock().toMillis());
        return session;
    }

    private PgLogin stored(String name) {
        try (Secret text = secrets.get(name)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("login.missing", connection.name())))) {
            return PgLoginText.parse(text, address())
                    .orElseThrow(() -> new SourceException(
                            SourceException.Kind.REFUSED, MESSAGES.text("login.shape", connection.name())));
        }
    }

    private PgAddress address() {
        return PgAddress.of(connection.address());
    }

    private PgSession open(PgLogin login, String database, String autosave) throws PgException, InterruptedException {
        PgAddress address = address();
        Properties properties = properties(login);
        properties.setProperty("autosave", autosave);
        AtomicReference<java.sql.@Nullable Connection> opened = new AtomicReference<>();
        java.sql.Connection jdbc = Bounded.call(
                limits.login(),
                () -> {
                    java.sql.Connection made = connect(address.url(database), properties);
                    opened.set(made);
                    if (Thread.currentThread().isInterrupted()) {
                        PgSession.abort(made);
                    }
                    return made;
                },
                () -> PgSession.abort(opened.get()));
        PgSession session = new PgSession(jdbc, limits, 0);
        try {
            return checked(session, jdbc);
        } catch (PgException | InterruptedException | SourceException e) {
            session.close();
            throw e;
        }
    }

    /// The first statement, so that nothing that follows means anything else than it says (PostgreSQL documentation,
    /// 5.10.6, Usage Patterns), and so that a session that was cut off here ends over there too.
    private PgSession checked(PgSession session, java.sql.Connection jdbc) throws PgException, InterruptedException {
        set(
                session,
                "SET search_path = pg_catalog",
                "SET statement_timeout = " + limits.answer().toMillis(),
                "SET idle_in_transaction_session_timeout = " + limits.answer().toMillis());
        int version = Integer.parseInt(session.one("SELECT current_setting('server_version_num')"));
        PgSession whole = new PgSession(jdbc, limits, version);
        if (!whole.isAtLeast(VERSION_MIN)) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED, MESSAGES.text("version.old", where(), VERSION_MIN));
        }
        whole.run("SET client_connection_check_interval = 1000");
        return whole;
    }

    private static void set(PgSession session, String... statements) throws PgException, InterruptedException {
        session.run(String.join("; ", statements));
    }

    private static java.sql.Connection connect(String url, Properties properties) throws SQLException {
        java.sql.Connection made = new Driver().connect(url, properties);
        if (made == null) {
            throw new IllegalStateException("the driver does not know its own URL");
        }
        return made;
    }

    private Properties properties(PgLogin login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        Secret password = login.password();
        if (password != null) {
            // The driver takes a string that nobody can wipe; it goes with this method's caller.
            properties.setProperty("password", password.reveal());
        }
        properties.setProperty("ApplicationName", "curfew");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("maxResultBuffer", RESULT_BYTES_MAX);
        // No statement outlives its use, so that a pooler may stand before the server.
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("connectTimeout", String.valueOf(limits.login().toSeconds()));
        properties.setProperty("socketTimeout", String.valueOf(limits.answer().toSeconds()));
        if (!PrivateAddresses.areAllowed(connection)) {
            properties.setProperty("socketFactory", PublicSockets.class.getName());
        }
        secure(properties, login);
        return properties;
    }

    private void secure(Properties properties, PgLogin login) {
        PgTlsMode mode = PgTlsMode.of(connection.settings());
        properties.setProperty("sslmode", mode.word());
        // Whoever listens, or answers in the server's place, is not to be handed a password.
        properties.setProperty("requireAuth", mode.isSecure() ? "!gss,!sspi" : "!gss,!sspi,!password");
        if (!mode.isSecure()) {
            return;
        }
        properties.setProperty("sslfactory", PgTls.class.getName());
        Optional.ofNullable(connection.settings().get(CA_CERTIFICATES))
                .ifPresent(pem -> properties.setProperty(PgTls.AUTHORITIES, pem));
        Secret certificate = login.certificate();
        if (certificate != null) {
            properties.setProperty(PgTls.CERTIFICATE, certificate.reveal());
        }
    }
}
