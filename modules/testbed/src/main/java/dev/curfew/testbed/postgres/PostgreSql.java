package dev.curfew.testbed.postgres;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.BinaryJar;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A running PostgreSQL: passwords by SCRAM, TLS offered and signed by an authority of its own, and groups by which its
/// `pg_hba.conf` tells members otherwise (`by_certificate`, `by_trust`, `from_elsewhere`, which is turned away). Suites
/// share it, so each keeps to names and databases of its own; one that counts everything starts its own ([#start], some
/// 4 s).
public final class PostgreSql implements AutoCloseable {
    private static final int PASSWORD_BYTES = 16;

    private final Cluster cluster;
    private final List<String> settings;
    private final String password;
    private ServerProcess process;

    private PostgreSql(Cluster cluster, List<String> settings, String password) {
        this.cluster = cluster;
        this.settings = settings;
        this.password = password;
        this.process = ServerProcess.start(launch(), _ -> cluster.isReady());
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @param settings of `postgresql.conf`, `name=value`
    /// @throws TestbedException if that fails; the message says what to do
    public static PostgreSql start(String... settings) {
        Path programs = Cache.ofUser().unpacked(BinaryJar.POSTGRESQL).resolve("bin");
        String password = randomHex();
        Path folder = ModuleFolder.target().resolve("testbed").resolve("postgresql-" + randomHex());
        return new PostgreSql(Cluster.create(folder, programs, password), List.of(settings), password);
    }

    /// Its maintenance database.
    public URI address() {
        return URI.create("postgresql://127.0.0.1:" + port() + "/postgres");
    }

    public int port() {
        return process.address().getPort();
    }

    /// The certificate that it is trusted by, as PEM.
    public String authorityPem() {
        return cluster.certificates().authorityPem();
    }

    /// A certificate for a role, and its key, as PEM.
    public String clientPem(String role) {
        cluster.certificates().client(role);
        return cluster.certificates().certificatePem(role)
                + cluster.certificates().keyPem(role);
    }

    /// A copy of the superuser's; the caller closes it.
    public Secret superuserPassword() {
        return Secret.of(password);
    }

    /// The vendor's own client, as superuser.
    public Psql psql() {
        return new Psql(port(), Cluster.SUPERUSER, password);
    }

    /// Runs statements as superuser, each by itself.
    public void run(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new TestbedException(String.valueOf(e.getMessage()), e);
        }
    }

    /// The rows of a query as superuser, as text; null is "".
    public List<List<String>> query(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new TestbedException(String.valueOf(e.getMessage()), e);
        }
    }

    /// A session as superuser; the caller closes it.
    public Connection connect(String database) throws SQLException {
        return connect(database, Cluster.SUPERUSER, password);
    }

    /// A session as somebody; the caller closes it.
    public Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + name, properties);
    }

    /// As a power cut would.
    public void kill() {
        process.close();
    }

    /// After [#kill], where it was before.
    public void startAgain() {
        cluster.forget();
        process = ServerProcess.startAgain(launch(), _ -> cluster.isReady(), port());
    }

    @Override
    public void close() {
        process.close();
        cluster.delete();
    }

    private Launch launch() {
        return new Launch(
                "postgresql",
                port -> cluster.command(port, settings),
                _ -> Map.of("LC_ALL", "C"),
                "",
                cluster.folder().resolveSibling(cluster.folder().getFileName() + ".log"));
    }

    private static String randomHex() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
