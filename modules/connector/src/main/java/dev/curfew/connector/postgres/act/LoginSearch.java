package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks a cluster how it lists a login. The oid decides: a name can be given to another role.
final class LoginSearch {
    private static final String ROLE = """
            SELECT r.rolname, r.rolcanlogin, r.rolsuper, coalesce(r.rolvaliduntil <= now(), false) AS over,
                   CASE WHEN isfinite(r.rolvaliduntil) THEN floor(extract(epoch FROM r.rolvaliduntil))::bigint END AS ends,
                   (SELECT count(*) FROM pg_prepared_xacts x WHERE x.owner = r.rolname) AS prepared,
                   (SELECT count(*) FROM pg_shdepend s
                     WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = r.oid AND s.deptype = 'o'
                       AND s.classid = 'pg_proc'::regclass) AS functions
              FROM pg_roles r WHERE r.oid = ?::text::oid""";

    private static final String SESSIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE usesysid = ?::text::oid AND pid <> pg_backend_pid()";

    private static final String NAMESAKE = "SELECT count(*) > 0 FROM pg_roles WHERE rolname = ?";

    private final PgSession session;

    LoginSearch(PgSession session) {
        this.session = session;
    }

    private record Found(
            String name,
            boolean logsIn,
            boolean superuser,
            boolean over,
            @Nullable Instant ends,
            int prepared,
            int functions) {

        static Found of(ResultSet row) throws SQLException {
            long ends = row.getLong("ends");
            return new Found(
                    row.getString("rolname"),
                    row.getBoolean("rolcanlogin"),
                    row.getBoolean("rolsuper"),
                    row.getBoolean("over"),
                    ends == 0 ? null : Instant.ofEpochSecond(ends),
                    row.getInt("prepared"),
                    row.getInt("functions"));
        }
    }

    LoginStanding of(Login login) throws PgException, InterruptedException {
        String oid = String.valueOf(login.oid());
        int sessions = Integer.parseInt(session.one(SESSIONS, oid));
        List<Found> rows = session.rows(ROLE, Found::of, oid);
        if (rows.isEmpty()) {
            return new LoginStanding.Gone(sessions, session.is(NAMESAKE, login.role()));
        }
        Found found = rows.getFirst();
        if (!found.name().equals(login.role())) {
            return new LoginStanding.Renamed(found.name(), sessions);
        }
        return new LoginStanding.Held(
                found.name(),
                found.logsIn(),
                found.ends(),
                found.over(),
                found.superuser(),
                sessions,
                new LoginStanding.Ways(others(oid), found.prepared(), found.functions()));
    }

    private List<String> others(String oid) throws PgException, InterruptedException {
        String only = session.isAtLeast(16) ? " AND (m.set_option OR m.admin_option)" : "";
        return session.rows(
                "SELECT DISTINCT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
                        + " WHERE m.roleid = ?::text::oid" + only + " ORDER BY 1",
                row -> row.getString(1),
                oid);
    }
}
