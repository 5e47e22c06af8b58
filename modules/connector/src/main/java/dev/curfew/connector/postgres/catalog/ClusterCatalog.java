package dev.curfew.connector.postgres.catalog;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What belongs to the whole cluster besides its roles.
public final class ClusterCatalog {
    private static final String DATABASES = """
            SELECT oid::bigint AS oid, datname, datdba::bigint AS owner, datallowconn, datistemplate,
                   has_database_privilege(oid, 'CONNECT') AS ours, %s AS rights
              FROM pg_database WHERE datconnlimit <> -2 ORDER BY datname""".formatted(Right.exploded("coalesce(datacl, acldefault('d', datdba))"));

    private static final String TABLESPACES =
            """
            SELECT spcname AS name, spcowner::bigint AS owner, %s AS rights FROM pg_tablespace ORDER BY spcname""".formatted(Right.exploded("coalesce(spcacl, acldefault('t', spcowner))"));

    private static final String PARAMETERS = """
            SELECT parname AS name, %s AS rights FROM pg_parameter_acl ORDER BY parname""".formatted(Right.exploded("paracl"));

    private static final String MAY_SEE_SESSIONS = "SELECT pg_has_role('pg_read_all_stats', 'USAGE')";

    private static final String SESSIONS = """
            SELECT usesysid::bigint AS role, coalesce(datname, '') AS datname,
                   coalesce(application_name, '') AS application, coalesce(host(client_addr), '') AS address,
                   count(*) AS sessions, extract(epoch FROM min(backend_start))::float8 AS oldest,
                   extract(epoch FROM max(backend_start))::float8 AS newest
              FROM pg_stat_activity
             WHERE usesysid IS NOT NULL AND pid <> pg_backend_pid()
               AND coalesce(backend_type, 'client backend') IN ('client backend', 'walsender')
             GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""";

    private static final String PREPARED = """
            SELECT r.oid::bigint AS role, count(*) AS transactions
              FROM pg_prepared_xacts x JOIN pg_roles r ON r.rolname = x.owner GROUP BY r.oid""";

    private static final String SUBSCRIPTIONS = """
            SELECT s.subname AS name, s.subowner::bigint AS owner, d.datname, s.subenabled
              FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid ORDER BY s.subname""";

    private static final String SLOTS = """
            SELECT slot_name AS name, slot_type, coalesce(plugin, '') AS plugin, coalesce(database, '') AS datname
              FROM pg_replication_slots WHERE NOT temporary ORDER BY slot_name""";

    private final PgSession session;

    public ClusterCatalog(PgSession session) {
        this.session = session;
    }

    /// Those that were being made or dropped when the server broke down are left out: nobody can use them.
    public List<DatabaseRow> databases() throws PgException, InterruptedException {
        return session.rows(
                DATABASES,
                row -> new DatabaseRow(
                        row.getLong("oid"),
                        row.getString("datname"),
                        row.getLong("owner"),
                        row.getBoolean("datallowconn"),
                        row.getBoolean("datistemplate"),
                        row.getBoolean("ours"),
                        Right.of(row, "rights")));
    }

    public List<Things> tablespaces() throws PgException, InterruptedException {
        return session.rows(TABLESPACES, row -> thing(ThingKind.TABLESPACE, row, row.getLong("owner"), Map.of()));
    }

    /// Parameters that others than superusers may set. They have no owner.
    public List<Things> parameters() throws PgException, InterruptedException {
        return session.isAtLeast(15)
                ? session.rows(PARAMETERS, row -> thing(ThingKind.PARAMETER, row, Right.EVERYBODY, Map.of()))
                : List.of();
    }

    /// Whether the reading role sees where sessions come from.
    public boolean seesSessions() throws PgException, InterruptedException {
        return session.is(MAY_SEE_SESSIONS);
    }

    /// Open sessions, without this one. Sessions of roles that were dropped are among them.
    public List<SessionRow> sessions() throws PgException, InterruptedException {
        return session.rows(
                SESSIONS,
                row -> new SessionRow(
                        row.getLong("role"),
                        row.getString("datname"),
                        row.getString("application"),
                        row.getString("address"),
                        row.getInt("sessions"),
                        RoleCatalog.instant(row, "oldest"),
                        RoleCatalog.instant(row, "newest")));
    }

    /// How many prepared transactions a role left, by oid. Whoever may become the role can finish them.
    public Map<Long, Integer> prepared() throws PgException, InterruptedException {
        Map<Long, Integer> prepared = new HashMap<>();
        session.rows(PREPARED, row -> Map.entry(row.getLong("role"), row.getInt("transactions")))
                .forEach(entry -> prepared.put(entry.getKey(), entry.getValue()));
        return prepared;
    }

    /// Never what they connect with, which holds a password.
    public List<Things> subscriptions() throws PgException, InterruptedException {
        return session.rows(
                SUBSCRIPTIONS,
                row -> new Things(
                        ThingKind.SUBSCRIPTION,
                        "",
                        row.getLong("owner"),
                        List.of(row.getString("name")),
                        List.of(),
                        Map.of("database", row.getString("datname"), "enabled", row.getString("subenabled"))));
    }

    /// What somebody may stream changes from who may replicate.
    public List<Things> slots() throws PgException, InterruptedException {
        return session.rows(
                SLOTS,
                row -> new Things(
                        ThingKind.REPLICATION_SLOT,
                        "",
                        Right.EVERYBODY,
                        List.of(row.getString("name")),
                        List.of(),
                        Map.of(
                                "type", row.getString("slot_type"),
                                "plugin", row.getString("plugin"),
                                "database", row.getString("datname"))));
    }

    private static Things thing(ThingKind kind, ResultSet row, long owner, Map<String, String> marks)
            throws SQLException {
        return new Things(kind, "", owner, List.of(row.getString("name")), Right.of(row, "rights"), marks);
    }
}
