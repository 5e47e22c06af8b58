package dev.curfew.testbed.postgres;

import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Command;
import java.util.List;
import java.util.Map;

/// The machine's psql: the vendor's own client, a listing that owes nothing to the code under test.
public final class Psql {
    private final int port;
    private final String user;
    private final String password;

    Psql(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /// The lines that it prints of a query or backslash command: values without padding, parted by `|`.
    ///
    /// @throws TestbedException if it is not installed (Debian: apt-get install postgresql-client), or fails
    public List<String> lines(String database, String command) {
        String output = Command.run(
                List.of(
                        "psql",
                        "--no-psqlrc",
                        "--no-align",
                        "--tuples-only",
                        "--quiet",
                        "--set=ON_ERROR_STOP=1",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--username=" + user,
                        "--dbname=" + database),
                Map.of("PGPASSWORD", password, "PGSSLMODE", "disable"),
                command + "\n");
        return output.lines().filter(line -> !line.isBlank()).toList();
    }
}
