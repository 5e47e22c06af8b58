package dev.curfew.connector.postgres.catalog;

import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What lets a role do more in one database than tables say: functions that run as their owner, ways to other servers,
/// and what will be granted by itself.
public final class CodeCatalog {
    /// Functions that run as whoever calls them, and that everybody may call as the built-in access list has it, add
    /// nothing to anybody, and there are thousands.
    private static final String FUNCTIONS =
            """
            SELECT g.nspname AS schema, g.prokind, g.proowner::bigint AS owner, g.prosecdef, g.lanname, g.trusted, g.names,
                   %s AS rights
              FROM (SELECT n.nspname, p.prokind, p.proowner, p.prosecdef, l.lanname, l.lanpltrusted AS trusted,
                           array_agg(p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')') AS names,
                           min(p.oid) AS one
                      FROM pg_proc p
                      JOIN pg_namespace n ON n.oid = p.pronamespace
                      JOIN pg_language l ON l.oid = p.prolang
                      LEFT JOIN pg_init_privs i
                             ON i.objoid = p.oid AND i.classoid = 'pg_proc'::regclass AND i.objsubid = 0
                     WHERE n.nspname !~ '^pg_temp_' AND (p.proacl IS DISTINCT FROM i.initprivs OR p.prosecdef)
                     GROUP BY n.nspname, p.prokind, p.proowner, p.prosecdef, l.lanname, l.lanpltrusted, p.proacl::text) g
              JOIN pg_proc p ON p.oid = g.one""".formatted(Right.exploded("coalesce(p.proacl, acldefault('f', p.proowner))"));

    private static final String WRAPPERS = """
            SELECT fdwname AS name, fdwowner::bigint AS owner, %s AS rights FROM pg_foreign_data_wrapper ORDER BY fdwname""".formatted(Right.exploded("coalesce(fdwacl, acldefault('F', fdwowner))"));

    /// Of a server's options only where it is: others may hold what should not be there.
    private static final String SERVERS =
            """
            SELECT s.srvname AS name, s.srvowner::bigint AS owner, f.fdwname, %s AS rights,
                   (SELECT string_agg(option_name || '=' || option_value, ' ' ORDER BY option_name)
                      FROM pg_options_to_table(s.srvoptions) WHERE option_name IN ('host', 'port', 'dbname')) AS place
              FROM pg_foreign_server s JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw ORDER BY s.srvname""".formatted(Right.exploded("coalesce(s.srvacl, acldefault('S', s.srvowner))"));

    /// That there is one, and never with what.
    private static final String MAPPINGS = """
            SELECT srvname, umuser::bigint AS owner, coalesce(usename, '') AS role FROM pg_user_mappings
             ORDER BY srvname, umuser""";

    private static final String DEFAULTS = """
            SELECT d.defaclrole::bigint AS maker, coalesce(n.nspname, '') AS schema,
                   CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                        WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects'
                        ELSE d.defaclobjtype::text END AS things, %s AS rights
              FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
             ORDER BY 1, 2, 3""".formatted(Right.exploded("d.defaclacl"));

    private static final String EXTENSIONS =
            "SELECT string_agg(extname, ', ' ORDER BY extname) FROM pg_extension WHERE extname <> 'plpgsql'";

    private final PgSession session;

    public CodeCatalog(PgSession session) {
        this.session = session;
    }

    public List<Things> functions() throws PgException, InterruptedException {
        return session.rows(
                FUNCTIONS,
                row -> Things.of(
                        ThingKind.ofFunction(row.getString("prokind")),
                        row.getString("schema"),
                        Right.texts(row, "names"),
                        row,
                        functionMarks(row)));
    }

    public List<Things> wrappers() throws PgException, InterruptedException {
        return session.rows(WRAPPERS, row -> named(ThingKind.FOREIGN_DATA_WRAPPER, row, Map.of()));
    }

    public List<Things> servers() throws PgException, InterruptedException {
        return session.rows(SERVERS, row -> {
            Map<String, String> marks = new TreeMap<>(Map.of("wrapper", row.getString("fdwname")));
            String place = row.getString("place");
            if (place != null) {
                marks.put("place", place);
            }
            return named(ThingKind.FOREIGN_SERVER, row, marks);
        });
    }

    /// The owner of a mapping is whoever it is for; [Right#EVERYBODY] is everybody without one.
    public List<Things> mappings() throws PgException, InterruptedException {
        return session.rows(
                MAPPINGS,
                row -> new Things(
                        ThingKind.USER_MAPPING,
                        row.getString("srvname"),
                        row.getLong("owner"),
                        List.of(row.getString("role")),
                        List.of(),
                        Map.of()));
    }

    public List<DefaultRow> defaults() throws PgException, InterruptedException {
        return session.rows(
                DEFAULTS,
                row -> new DefaultRow(
                        row.getLong("maker"),
                        row.getString("schema"),
                        row.getString("things"),
                        Right.of(row, "rights")));
    }

    /// Names, comma-separated; empty where there are none.
    public String extensions() throws PgException, InterruptedException {
        return session.rows(EXTENSIONS, row -> row.getString(1) == null ? "" : row.getString(1))
                .getFirst();
    }

    private static Things named(ThingKind kind, ResultSet row, Map<String, String> marks) throws SQLException {
        return Things.of(kind, "", List.of(row.getString("name")), row, marks);
    }

    private static Map<String, String> functionMarks(ResultSet row) throws SQLException {
        Map<String, String> marks = new TreeMap<>();
        marks.put("language", row.getString("lanname"));
        if (row.getBoolean("prosecdef")) {
            marks.put("security-definer", "true");
        }
        return marks;
    }
}
