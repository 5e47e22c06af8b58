package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.connector.postgres.PostgresConnector;
import dev.curfew.testbed.postgres.PostgreSql;
import java.util.LinkedHashMap;
import java.util.Map;

/// A login role for each of the agent's names in the cluster: its own, and its workers'.
record PostgresPlace(PostgreSql server, int roles) implements Place {
    private static final String PASSWORD = "agents-password-4711";

    @Override
    public void connect(CommandBench bench) {
        server.psql().lines("postgres", Place.shipped(PostgresConnector.class, "read-policy.sql"));
        server.psql().lines("postgres", Place.shipped(PostgresConnector.class, "act-policy.sql"));
        server.run(
                "postgres",
                "ALTER ROLE curfew_read PASSWORD 'read-password-4711'",
                "ALTER ROLE curfew_act PASSWORD 'act-password-4711'");
        bench.connect(
                "postgresql",
                "pg",
                server.address().toString(),
                "user=curfew_read password='read-password-4711'",
                "user=curfew_act password='act-password-4711'",
                "--ca-file",
                bench.file("pg-ca.pem", server.authorityPem()).toString());
    }

    @Override
    public Map<String, String> agent(String name) {
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < roles; i++) {
            String role = i == 0 ? name : "worker/%d/%s".formatted(i, name);
            server.run("postgres", "CREATE ROLE \"" + role + "\" LOGIN PASSWORD '" + PASSWORD + "'");
            String oid = server.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = '" + role + "'")
                    .getFirst()
                    .getFirst();
            held.put("pg:login/" + role + "#" + oid, PASSWORD);
        }
        return held;
    }
}
