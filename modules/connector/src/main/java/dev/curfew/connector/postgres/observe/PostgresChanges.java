package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.change.Polling;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Follows the catalogues that all databases share, by a fingerprint of each that the server itself takes: roles, their
/// memberships and settings, databases, the configuration. What is granted inside a database, and who is logged in, is
/// found by a whole reading.
public final class PostgresChanges implements ChangeFeed {
    /// A password that is set anew shows in the row's version alone.
    private static final String ROLE_VERSIONS =
            "SELECT 'versions', md5(string_agg(oid::text || ':' || xmin::text, ',' ORDER BY oid)) FROM pg_authid";

    private static final String FINGERPRINTS = """
            SELECT 'roles', md5(string_agg(r::text, chr(10) ORDER BY r.oid)) FROM pg_roles r
            UNION ALL
            SELECT 'memberships', md5(coalesce(string_agg(m::text, chr(10) ORDER BY m::text), '')) FROM pg_auth_members m
            UNION ALL
            SELECT 'settings', md5(coalesce(string_agg(s::text, chr(10) ORDER BY s::text), '')) FROM pg_db_role_setting s
            UNION ALL
            SELECT 'databases', md5(string_agg(concat_ws(',', oid, datname, datdba, datallowconn, datconnlimit, datacl),
                   chr(10) ORDER BY oid)) FROM pg_database
            UNION ALL
            SELECT 'configuration', pg_conf_load_time()::text""";

    private static final Set<String> OF_ROLES = Set.of(Scopes.ROLES, Scopes.LOGINS, Scopes.MEMBERSHIPS);

    private static final Map<String, Set<String>> CONCERNED = Map.of(
            "versions", OF_ROLES,
            "roles", OF_ROLES,
            "memberships", OF_ROLES,
            "settings", OF_ROLES,
            "databases", Set.of(Scopes.DATABASES, Scopes.CLUSTER),
            "configuration", Set.of(Scopes.HBA, Scopes.CLUSTER));

    private record Fingerprint(String of, String value) {}

    private final PgAccess access;
    private final Reading reading;
    private final PgSession session;
    private final Map<String, String> known = new HashMap<>();
    private boolean mayReadVersions = true;

    private PostgresChanges(PgAccess access, Reading reading, PgSession session) {
        this.access = access;
        this.reading = reading;
        this.session = session;
    }

    static PostgresChanges open(PgAccess access, Reading reading) throws InterruptedException {
        try (PgLogin login = access.readingLogin()) {
            PostgresChanges changes = new PostgresChanges(access, reading, access.read(login, access.maintenance()));
            boolean opened = false;
            try {
                changes.look();
                opened = true;
                return changes;
            } finally {
                if (!opened) {
                    changes.close();
                }
            }
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
    }

    @Override
    public Set<String> await(Duration atMost) throws InterruptedException {
        return Polling.await(atMost, this::look);
    }

    /// @throws SourceException if the session ended
    private Set<String> look() throws InterruptedException {
        Set<String> changed = new TreeSet<>();
        try {
            for (Fingerprint now : fingerprints()) {
                String before = known.put(now.of(), now.value());
                if (before != null && !before.equals(now.value())) {
                    changed.addAll(CONCERNED.getOrDefault(now.of(), Set.of()));
                }
            }
            // the next look sees the server as it is then
            session.commit();
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
        return changed;
    }

    private List<Fingerprint> fingerprints() throws PgException, InterruptedException {
        if (mayReadVersions) {
            try {
                return rows(ROLE_VERSIONS + " UNION ALL " + FINGERPRINTS);
            } catch (PgException e) {
                if (e.failure().kind() != PgFailure.Kind.NO_RIGHT) {
                    throw e;
                }
                mayReadVersions = false;
            }
        }
        return rows(FINGERPRINTS);
    }

    private List<Fingerprint> rows(String sql) throws PgException, InterruptedException {
        return session.rows(sql, row -> new Fingerprint(row.getString(1), String.valueOf(row.getString(2))));
    }

    @Override
    public Observation read(Set<String> scopes, Progress progress) throws InterruptedException {
        return reading.of(scopes::contains, progress);
    }

    @Override
    public void close() {
        session.close();
    }
}
