package dev.curfew.connector.postgres.catalog;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Schemas of one database, and what lies in them. The server folds: relations of one schema, kind, owner and access
/// list come as one row, however many they are.
///
/// PostgreSQL's own catalogs are left out, but for those that hold secrets, and those whose access list is another than
/// it was made with (`pg_init_privs`).
public final class ObjectCatalog {
    /// Schemas of temporary and of oversized things are nobody's to grant on.
    private static final String SCHEMA_IS_OURS = "n.nspname !~ '^pg_(toast|temp_|toast_temp_)'";

    /// The information schema is made after `pg_init_privs` is filled; its views show everybody what is theirs. 10 is
    /// the role that made the cluster.
    private static final String IS_INFORMATION = "n.nspname = 'information_schema' AND %s = 10";

    /// PostgreSQL's own tables in which passwords and other people's data lie: whoever may read everything reads them.
    public static final List<String> SECRETS =
            List.of("pg_authid", "pg_largeobject", "pg_statistic", "pg_subscription", "pg_user_mapping");

    private static final String SCHEMAS = """
            SELECT n.nspname AS name, n.nspowner::bigint AS owner, %s AS rights
              FROM pg_namespace n
              LEFT JOIN pg_init_privs i ON i.objoid = n.oid AND i.classoid = 'pg_namespace'::regclass AND i.objsubid = 0
             WHERE %s AND NOT (%s) AND (n.nspname <> 'pg_catalog' OR n.nspacl IS DISTINCT FROM i.initprivs)
             ORDER BY n.nspname""".formatted(
                    Right.exploded("coalesce(n.nspacl, acldefault('n', n.nspowner))"),
                    SCHEMA_IS_OURS,
                    IS_INFORMATION.formatted("n.nspowner"));

    private static final String RELATIONS = """
            SELECT g.nspname AS schema, g.relkind, g.relowner::bigint AS owner, g.names, g.rls, g.forced, %s AS rights
              FROM (SELECT n.nspname, c.relkind, c.relowner, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced,
                           array_agg(c.relname::text) AS names, min(c.oid) AS one
                      FROM pg_class c
                      JOIN pg_namespace n ON n.oid = c.relnamespace
                      LEFT JOIN pg_init_privs i
                             ON i.objoid = c.oid AND i.classoid = 'pg_class'::regclass AND i.objsubid = 0
                     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND %s
                       AND NOT (%s)
                       AND (n.nspname <> 'pg_catalog' OR c.relacl IS DISTINCT FROM i.initprivs OR c.relname IN (%s))
                     GROUP BY n.nspname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text) g
              JOIN pg_class c ON c.oid = g.one""".formatted(
            Right.exploded("coalesce(c.relacl,"
                    + " acldefault(CASE c.relkind WHEN 'S' THEN 's'::\"char\" ELSE 'r'::\"char\" END, c.relowner))"),
            SCHEMA_IS_OURS,
            IS_INFORMATION.formatted("c.relowner"),
            SECRETS.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));

    private static final String COLUMNS = """
            SELECT n.nspname AS schema, c.relname, c.relkind, c.relowner::bigint AS owner, x.grantee::bigint AS grantee,
                   x.privilege_type AS privilege, x.is_grantable AS grantable, array_agg(a.attname::text) AS columns
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_init_privs i
                     ON i.objoid = c.oid AND i.classoid = 'pg_class'::regclass AND i.objsubid = a.attnum,
                   aclexplode(a.attacl) x
             WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relpersistence <> 't' AND %s
               AND NOT (%s) AND (n.nspname <> 'pg_catalog' OR a.attacl IS DISTINCT FROM i.initprivs)
             GROUP BY 1, 2, 3, 4, 5, 6, 7""".formatted(SCHEMA_IS_OURS, IS_INFORMATION.formatted("c.relowner"));

    private static final String LARGE_OBJECTS =
            """
            SELECT g.lomowner::bigint AS owner, g.names, %s AS rights
              FROM (SELECT lomowner, lomacl::text, array_agg(oid::text) AS names, min(oid) AS one
                      FROM pg_largeobject_metadata GROUP BY lomowner, lomacl::text) g
              JOIN pg_largeobject_metadata m ON m.oid = g.one""".formatted(Right.exploded("coalesce(m.lomacl, acldefault('L', m.lomowner))"));

    private final PgSession session;

    public ObjectCatalog(PgSession session) {
        this.session = session;
    }

    public List<Things> schemas() throws PgException, InterruptedException {
        return session.rows(
                SCHEMAS, row -> Things.of(ThingKind.SCHEMA, "", List.of(row.getString("name")), row, Map.of()));
    }

    /// Tables, views, sequences and their like.
    public List<Things> relations() throws PgException, InterruptedException {
        return session.rows(
                RELATIONS,
                row -> Things.of(
                        ThingKind.ofRelation(row.getString("relkind")),
                        row.getString("schema"),
                        Right.texts(row, "names"),
                        row,
                        rowSecurity(row)));
    }

    public List<ColumnRow> columns() throws PgException, InterruptedException {
        return session.rows(
                COLUMNS,
                row -> new ColumnRow(
                        row.getString("schema"),
                        row.getString("relname"),
                        ThingKind.ofRelation(row.getString("relkind")),
                        row.getLong("owner"),
                        new Right(row.getLong("grantee"), row.getString("privilege"), row.getBoolean("grantable")),
                        Right.texts(row, "columns")));
    }

    public List<Things> largeObjects() throws PgException, InterruptedException {
        return session.rows(
                LARGE_OBJECTS, row -> Things.of(ThingKind.LARGE_OBJECT, "", Right.texts(row, "names"), row, Map.of()));
    }

    private static Map<String, String> rowSecurity(ResultSet row) throws SQLException {
        Map<String, String> marks = new TreeMap<>();
        if (row.getBoolean("rls")) {
            marks.put("row-security", row.getBoolean("forced") ? "forced" : "true");
        }
        return marks;
    }
}
