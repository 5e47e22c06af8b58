package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.postgres.PostgreSql;
import java.util.LinkedHashMap;
import java.util.Map;

/// A login role for each of the agent's names in the cluster: its own, and its workers'.
record PostgresPlace(PostgreSql server, int roles) implements Place {
    private static final String PASSWORD = "agents-password-4711";

    @Override
    public void connect(CommandBench bench) {
        Shipped.connect(bench, server, "--environment", "test");
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
