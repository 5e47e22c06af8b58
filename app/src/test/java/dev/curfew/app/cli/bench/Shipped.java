package dev.curfew.app.cli.bench;

import dev.curfew.connector.Connectors;
import dev.curfew.connector.postgres.PostgresConnector;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The rights at a source that Curfew is shipped with, to read and to act.
public final class Shipped {
    private Shipped() {}

    /// @param connector whose resource it is
    public static String text(Class<?> connector, String name) {
        try (InputStream in = Objects.requireNonNull(connector.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a source of this kind has to let Curfew do, as it is told to whoever connects it.
    public static String needs(String kind, boolean acting) {
        return Connectors.kinds().of(kind).flatMap(it -> it.needs(acting)).orElseThrow();
    }

    /// Connects AWS with one key to read and to act, and does not read it yet.
    ///
    /// @param more options
    public static void connect(CommandBench bench, String name, Moto server, Moto.AccessKey key, String... more) {
        String credential = line(key);
        bench.connect("aws", name, server.endpoint().toString(), credential, credential, more);
    }

    /// A key as a credential's file holds it.
    public static String line(Moto.AccessKey key) {
        return key.id() + " " + key.secret().reveal();
    }

    /// Connects PostgreSQL as `pg`, by roles with no more than these rights, and does not read it yet.
    ///
    /// @param more options
    public static void connect(CommandBench bench, PostgreSql server, String... more) {
        for (String policy : List.of("read-policy.sql", "act-policy.sql")) {
            server.psql().lines("postgres", text(PostgresConnector.class, policy));
        }
        server.run(
                "postgres", "ALTER ROLE curfew_read PASSWORD 'read-4711'", "ALTER ROLE curfew_act PASSWORD 'act-4711'");
        List<String> options = new ArrayList<>(List.of(
                "--ca-file", bench.file("pg-ca.pem", server.authorityPem()).toString()));
        options.addAll(List.of(more));
        bench.connect(
                "postgresql",
                "pg",
                server.address().toString(),
                "*:*:*:curfew_read:read-4711\n",
                "*:*:*:curfew_act:act-4711\n",
                options.toArray(String[]::new));
    }
}
