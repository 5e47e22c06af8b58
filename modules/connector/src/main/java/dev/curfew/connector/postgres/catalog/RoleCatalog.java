package dev.curfew.connector.postgres.catalog;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Roles and their memberships. They are the whole cluster's, so any database tells of them.
public final class RoleCatalog {
    private static final String ROLES = """
            SELECT r.oid::bigint AS oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb,
                   r.rolcanlogin, r.rolreplication, r.rolbypassrls, r.rolconnlimit,
                   extract(epoch FROM r.rolvaliduntil)::float8 AS valid_until, d.description
              FROM pg_roles r
              LEFT JOIN pg_shdescription d ON d.objoid = r.oid AND d.classoid = 'pg_authid'::regclass
             ORDER BY r.oid""";

    private static final String MEMBERS = """
            SELECT member::bigint, roleid::bigint, bool_or(admin_option) AS admin, bool_or(inherit_option) AS inherits,
                   bool_or(set_option) AS sets
              FROM pg_auth_members GROUP BY member, roleid ORDER BY member, roleid""";

    /// Until version 15 the member said whether it inherits, of all its groups alike, and could become all of them.
    private static final String MEMBERS_15 = """
            SELECT m.member::bigint, m.roleid::bigint, bool_or(m.admin_option) AS admin,
                   bool_or(r.rolinherit) AS inherits, true AS sets
              FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
             GROUP BY m.member, m.roleid ORDER BY m.member, m.roleid""";

    private static final String MEMBERSHIPS = """
            SELECT member::bigint, roleid::bigint, grantor::bigint, admin_option AS admin, inherit_option AS inherits,
                   set_option AS sets
              FROM pg_auth_members ORDER BY member, roleid, grantor""";

    private static final String KIND = """
            CASE WHEN rolpassword IS NULL THEN 'none'
                 WHEN rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram-sha-256'
                 WHEN rolpassword LIKE 'md5%' THEN 'md5'
                 ELSE 'unknown' END""";

    /// What `read-policy.sql` makes, so that the reading role need not be able to read what passwords are kept as.
    private static final String KINDS_BY_FUNCTION = "SELECT oid::bigint, kind FROM curfew.password_kinds()";

    private static final String MAY_USE_FUNCTION = """
            SELECT coalesce((SELECT has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
                               FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                              WHERE n.nspname = 'curfew' AND p.proname = 'password_kinds' AND p.pronargs = 0), false)""";

    private static final String MAY_READ_AUTHID = "SELECT has_column_privilege('pg_authid', 'rolpassword', 'SELECT')";

    /// Settings that a role starts its sessions with. Values can be anything; only that of `role` matters here.
    private static final String SETTINGS = """
            SELECT setrole::bigint, string_agg(DISTINCT CASE WHEN setting LIKE 'role=%' THEN setting
                                                            ELSE split_part(setting, '=', 1) END, ', ') AS names
              FROM pg_db_role_setting, unnest(setconfig) AS setting
             WHERE setrole <> 0 GROUP BY setrole""";

    private final PgSession session;

    public RoleCatalog(PgSession session) {
        this.session = session;
    }

    public List<RoleRow> roles() throws PgException, InterruptedException {
        return session.rows(ROLES, RoleCatalog::role);
    }

    public List<MemberRow> members() throws PgException, InterruptedException {
        return session.rows(
                session.isAtLeast(16) ? MEMBERS : MEMBERS_15,
                row -> new MemberRow(
                        row.getLong("member"),
                        row.getLong("roleid"),
                        row.getBoolean("admin"),
                        row.getBoolean("inherits"),
                        row.getBoolean("sets")));
    }

    /// Each with who granted it. None until version 15: there a membership has no options of its own.
    public List<MembershipRow> memberships() throws PgException, InterruptedException {
        return session.isAtLeast(16)
                ? session.rows(
                        MEMBERSHIPS,
                        row -> new MembershipRow(
                                row.getLong("member"),
                                row.getLong("roleid"),
                                row.getLong("grantor"),
                                row.getBoolean("admin"),
                                row.getBoolean("inherits"),
                                row.getBoolean("sets")))
                : List.of();
    }

    /// By oid; empty if the reading role may not know.
    public Optional<Map<Long, PasswordKind>> passwords() throws PgException, InterruptedException {
        String sql;
        if (session.is(MAY_USE_FUNCTION)) {
            sql = KINDS_BY_FUNCTION;
        } else if (session.is(MAY_READ_AUTHID)) {
            sql = "SELECT oid::bigint, " + KIND + " AS kind FROM pg_authid";
        } else {
            return Optional.empty();
        }
        Map<Long, PasswordKind> kinds = new HashMap<>();
        session.rows(sql, row -> Map.entry(row.getLong("oid"), PasswordKind.of(row.getString("kind"))))
                .forEach(entry -> kinds.put(entry.getKey(), entry.getValue()));
        return Optional.of(kinds);
    }

    /// The names of the settings that roles have of their own, by oid.
    public Map<Long, String> settings() throws PgException, InterruptedException {
        Map<Long, String> settings = new HashMap<>();
        session.rows(SETTINGS, row -> Map.entry(row.getLong("setrole"), row.getString("names")))
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }

    private static RoleRow role(ResultSet row) throws SQLException {
        String comment = row.getString("description");
        return new RoleRow(
                row.getLong("oid"),
                row.getString("rolname"),
                row.getBoolean("rolsuper"),
                row.getBoolean("rolinherit"),
                row.getBoolean("rolcreaterole"),
                row.getBoolean("rolcreatedb"),
                row.getBoolean("rolcanlogin"),
                row.getBoolean("rolreplication"),
                row.getBoolean("rolbypassrls"),
                row.getInt("rolconnlimit"),
                instant(row, "valid_until"),
                comment == null ? "" : comment);
    }

    /// Null for no end, which `infinity` is too. What lies before all time is over.
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        if (row.wasNull() || (Double.isInfinite(seconds) && seconds > 0)) {
            return null;
        }
        if (Double.isInfinite(seconds)) {
            return Instant.EPOCH;
        }
        long whole = (long) Math.floor(seconds);
        // PostgreSQL keeps microseconds, and a double has them in this century.
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e6) * 1_000);
    }
}
