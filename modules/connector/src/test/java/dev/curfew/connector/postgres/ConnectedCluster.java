package dev.curfew.connector.postgres;

import dev.curfew.connector.postgres.link.PgLimits;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceClock;
import dev.curfew.testbed.memory.MemorySecrets;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A connection to a cluster over TLS, with a reading and an acting role that the shipped policies made, and that have
/// no more.
final class ConnectedCluster {
    static final SourceName SOURCE = new SourceName("pg");
    static final String READ_PASSWORD = "read:pass\\word-4711";
    static final String ACT_PASSWORD = "act-password-4711";

    private final PostgreSql server;
    private final MemorySecrets secrets = new MemorySecrets();
    private final Map<String, String> settings;
    private URI address;
    private PgLimits limits = PgLimits.DEFAULT;

    private ConnectedCluster(PostgreSql server, Map<String, String> settings) {
        this.server = server;
        this.settings = new HashMap<>(settings);
        this.address = server.address();
    }

    /// Runs the shipped policies with the vendor's client.
    static ConnectedCluster with(PostgreSql server) {
        server.psql().lines("postgres", shipped("read-policy.sql"));
        server.psql().lines("postgres", shipped("act-policy.sql"));
        server.run(
                "postgres",
                "ALTER ROLE curfew_read PASSWORD " + quoted(READ_PASSWORD),
                "ALTER ROLE curfew_act PASSWORD '" + ACT_PASSWORD + "'");
        ConnectedCluster connected = to(server);
        connected.read(
                "*:*:*:curfew_read:" + READ_PASSWORD.replace("\\", "\\\\").replace(":", "\\:"));
        connected.act("user=curfew_act password='" + ACT_PASSWORD + "'");
        return connected;
    }

    /// Without any login.
    static ConnectedCluster to(PostgreSql server) {
        return new ConnectedCluster(server, Map.of("ca-certificates", server.authorityPem()));
    }

    /// A second connection to the same, to be changed.
    ConnectedCluster copy() {
        ConnectedCluster copy = new ConnectedCluster(server, settings);
        copy.address = address;
        copy.limits = limits;
        for (String name : List.of(connection().readSecret(), connection().actSecret())) {
            secrets.get(name).ifPresent(value -> copy.secrets.put(name, value));
        }
        return copy;
    }

    ConnectedCluster read(String login) {
        secrets.put(connection().readSecret(), Secret.of(login));
        return this;
    }

    ConnectedCluster act(String login) {
        secrets.put(connection().actSecret(), Secret.of(login));
        return this;
    }

    ConnectedCluster at(URI other) {
        address = other;
        return this;
    }

    ConnectedCluster set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    ConnectedCluster unset(String name) {
        settings.remove(name);
        return this;
    }

    ConnectedCluster within(PgLimits other) {
        limits = other;
        return this;
    }

    Connection connection() {
        return new Connection(SOURCE, "postgresql", address, true, Instant.EPOCH, settings);
    }

    PostgresConnector connector() {
        return new PostgresConnector(Clock.systemUTC(), limits);
    }

    MemorySecrets secrets() {
        return secrets;
    }

    Observer observer() {
        return connector().observer(connection(), secrets);
    }

    Observation observe() throws InterruptedException {
        return observer().observe(Progress.SILENT);
    }

    Revoker revoker() {
        return connector().revoker(connection(), secrets).orElseThrow();
    }

    SourceClock clock() {
        return connector().clock(connection(), secrets).orElseThrow();
    }

    Probe probe() {
        return connector().probe(connection(), secrets).orElseThrow();
    }

    /// A role's login as it is listed now.
    CredentialId login(String role) {
        String oid = server.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = " + quoted(role))
                .getFirst()
                .getFirst();
        return new CredentialId(SOURCE, "login/" + role + "#" + oid);
    }

    PostgreSql server() {
        return server;
    }

    static String quoted(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String shipped(String name) {
        try (InputStream in = Objects.requireNonNull(PostgresConnector.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
