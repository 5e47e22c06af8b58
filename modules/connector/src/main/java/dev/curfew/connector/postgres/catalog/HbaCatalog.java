package dev.curfew.connector.postgres.catalog;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.util.List;

/// Who is let in from where, and how.
public final class HbaCatalog {
    private static final String RULES = """
            SELECT line_number, coalesce(type, '?') AS type, coalesce(array_to_string(database, ','), '?') AS databases,
                   coalesce(array_to_string(user_name, ','), '?') AS users,
                   concat_ws('/', address, netmask) AS address, coalesce(auth_method, 'error') AS method
              FROM pg_hba_file_rules ORDER BY line_number""";

    private final PgSession session;

    public HbaCatalog(PgSession session) {
        this.session = session;
    }

    /// In the order in which the server goes through them: the first that fits decides.
    public List<HbaRow> rules() throws PgException, InterruptedException {
        return session.rows(
                RULES,
                row -> new HbaRow(
                        row.getInt("line_number"),
                        row.getString("type"),
                        row.getString("databases"),
                        row.getString("users"),
                        row.getString("address"),
                        row.getString("method")));
    }
}
