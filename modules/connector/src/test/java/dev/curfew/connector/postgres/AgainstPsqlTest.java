package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.Psql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What was observed, and what the vendor's own client lists of the same server: equal sets, no more, no less. Rights
/// are not compared as they are written down but as PostgreSQL itself decides on them, for every role on every thing.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgainstPsqlTest {
    private static final String OURS = """
            n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema'
            AND (n.nspname <> 'pg_catalog' OR c.relname IN ('pg_authid', 'pg_largeobject', 'pg_statistic',
                 'pg_subscription', 'pg_user_mapping', 'pg_hba_file_rules'))""";

    private PostgreSql server;
    private Psql psql;
    private Facts facts;
    private Derived derived;
    private List<String> roles;

    @BeforeAll
    void arrange() throws InterruptedException {
        server = PostgreSql.start();
        SeededCluster.fill(server);
        facts = new Facts(ConnectedCluster.with(server).observe());
        derived = new Derived(facts);
        psql = server.psql();
        roles = psql.lines("postgres", "SELECT rolname FROM pg_roles");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// Told apart, for there are thousands.
    private static void same(Collection<String> observed, Collection<String> listed) {
        Set<String> more = new TreeSet<>(observed);
        more.removeAll(listed);
        Set<String> less = new TreeSet<>(listed);
        less.removeAll(observed);
        assertThat(more).as("observed, and not listed").isEmpty();
        assertThat(less).as("listed, and not observed").isEmpty();
        assertThat(observed).isNotEmpty();
    }

    /// As ids have it.
    private static String id(String role) {
        return "role/" + role.replace("%", "%25");
    }

    @Test
    void roles() {
        assertThat(facts.all(Identity.class))
                .filteredOn(it -> it.key().startsWith("role/"))
                .extracting(Identity::name)
                .containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void logins() {
        assertThat(facts.all(Credential.class))
                .extracting(login -> login.key() + " " + login.active())
                .containsExactlyInAnyOrderElementsOf(psql.lines(
                        "postgres",
                        "SELECT 'login/' || replace(rolname, '%', '%25') || '#' || oid || ' ' ||"
                                + " CASE WHEN rolcanlogin THEN 'true' ELSE 'false' END FROM pg_authid"
                                + " WHERE rolcanlogin OR rolpassword IS NOT NULL OR rolvaliduntil < 'infinity'"));
    }

    @Test
    void whoHasWhoseRights() {
        Set<String> expected = new TreeSet<>(psql.lines(
                "postgres",
                "SELECT a.rolname || ' ' || b.rolname FROM pg_roles a, pg_roles b"
                        + " WHERE NOT a.rolsuper AND pg_has_role(a.oid, b.oid, 'USAGE')"));
        Set<String> observed = new TreeSet<>();
        roles.stream()
                .filter(role -> !derived.isSuperuser(id(role)))
                .forEach(role -> derived.inherits(id(role)).forEach(other -> observed.add(role + " " + plain(other))));
        same(observed, expected);
    }

    @Test
    void whoCanBecomeWhom() {
        Set<String> expected = new TreeSet<>(psql.lines(
                "postgres",
                "SELECT a.rolname || ' ' || b.rolname FROM pg_roles a, pg_roles b"
                        + " WHERE NOT a.rolsuper AND EXISTS (SELECT FROM (SELECT a.oid AS oid UNION"
                        + " SELECT * FROM (WITH RECURSIVE up(oid) AS (SELECT a.oid UNION SELECT m.roleid FROM up"
                        + " JOIN pg_auth_members m ON m.member = up.oid AND m.set_option) SELECT oid FROM up) u) x"
                        + " WHERE x.oid = b.oid)"));
        Set<String> observed = new TreeSet<>();
        roles.stream()
                .filter(role -> !derived.isSuperuser(id(role)))
                .forEach(role -> derived.becomes(id(role)).forEach(other -> observed.add(role + " " + plain(other))));
        same(observed, expected);
    }

    private static String plain(String encoded) {
        return encoded.replace("%25", "%");
    }

    @Test
    void relationsOfEachDatabase() {
        for (String database : List.of("shop", "postgres", "template1", "we/ird.%db")) {
            List<String> expected = psql.lines(
                    database,
                    "SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned-table' WHEN 'v' THEN 'view'"
                            + " WHEN 'm' THEN 'materialized-view' WHEN 'f' THEN 'foreign-table' ELSE 'sequence' END || '/'"
                            + " || replace(n.nspname, '.', '%2E') || '.' || c.relname FROM pg_class c"
                            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                            + " WHERE c.relkind IN ('r','p','v','m','f','S') AND c.relpersistence <> 't' AND " + OURS
                            + " AND (c.relname <> 'pg_hba_file_rules' OR current_database() = 'postgres')");
            String prefix = "db/" + database.replace("%", "%25").replace("/", "%2F") + "/";
            List<String> observed = new ArrayList<>();
            for (String kind :
                    List.of("table", "partitioned-table", "view", "materialized-view", "foreign-table", "sequence")) {
                derived.resources(prefix + kind + "/").forEach(id -> observed.add(id.substring(prefix.length())));
            }
            assertThat(observed).as(database).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void rightsOnEveryRelationForEveryRole() {
        List<String> expected = psql.lines(
                "shop",
                "SELECT r.rolname || ' ' || n.nspname || '.' || c.relname || ' ' || p FROM pg_roles r, pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE',"
                        + " 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p"
                        + " WHERE NOT r.rolsuper AND c.relkind IN ('r','p','v','m','f') AND " + OURS
                        + " AND c.relname <> 'pg_hba_file_rules' AND has_table_privilege(r.oid, c.oid, p)");
        same(observed(List.of("table", "partitioned-table", "view", "materialized-view"), ALL), expected);
    }

    private static final List<String> ALL =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

    @Test
    void rightsOnSequencesSchemasAndDatabases() {
        same(
                observed(List.of("sequence"), List.of("SELECT", "UPDATE", "USAGE")),
                psql.lines(
                        "shop",
                        "SELECT r.rolname || ' ' || n.nspname || '.' || c.relname || ' ' || p FROM pg_roles r, pg_class c"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace,"
                                + " unnest(ARRAY['SELECT', 'UPDATE', 'USAGE']) p WHERE NOT r.rolsuper AND c.relkind = 'S'"
                                + " AND has_sequence_privilege(r.oid, c.oid, p)"));
        same(
                observed(List.of("schema"), List.of("USAGE", "CREATE")),
                psql.lines(
                        "shop",
                        "SELECT r.rolname || ' ' || n.nspname || ' ' || p FROM pg_roles r, pg_namespace n,"
                                + " unnest(ARRAY['USAGE', 'CREATE']) p"
                                // What stands for a database's owner is written down as the owner's.
                                + " WHERE NOT r.rolsuper AND NOT (r.rolname = 'pg_database_owner' AND p = 'CREATE')"
                                + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
                                + " AND CASE WHEN p = 'USAGE' AND (pg_has_role(r.oid, 'pg_read_all_data', 'USAGE')"
                                + " OR pg_has_role(r.oid, 'pg_write_all_data', 'USAGE')) THEN"
                                + " EXISTS (SELECT FROM aclexplode(n.nspacl) a WHERE a.privilege_type = 'USAGE'"
                                + " AND (a.grantee = 0 OR pg_has_role(r.oid, a.grantee, 'USAGE')))"
                                + " ELSE has_schema_privilege(r.oid, n.oid, p) END"));
        Set<String> databases = new TreeSet<>();
        roles.stream()
                .filter(role -> !derived.isSuperuser(id(role)))
                .forEach(role -> derived.rights(id(role)).stream()
                        .filter(right -> right.startsWith("database/") && !right.endsWith("*"))
                        .flatMap(
                                right -> spelled(
                                        right.substring("database/".length()),
                                        List.of("CONNECT", "CREATE", "TEMPORARY"))
                                        .stream())
                        .forEach(right -> databases.add(role + " " + plain(right))));
        same(
                databases,
                psql.lines(
                        "postgres",
                        "SELECT r.rolname || ' ' || d.datname || ' ' || p FROM pg_roles r, pg_database d,"
                                + " unnest(ARRAY['CONNECT', 'CREATE', 'TEMPORARY']) p"
                                + " WHERE NOT r.rolsuper AND has_database_privilege(r.oid, d.oid, p)"));
    }

    @Test
    void whatMayBeHandedOn() {
        Set<String> observed = new TreeSet<>();
        roles.stream()
                .filter(role -> !derived.isSuperuser(id(role)))
                .forEach(role -> derived.rights(id(role)).stream()
                        .filter(right -> right.startsWith("db/shop/table/"))
                        .filter(right -> right.endsWith("*") && !right.contains("("))
                        .forEach(right -> observed.add(role + " " + right.substring("db/shop/table/".length()))));
        assertThat(observed)
                .containsExactlyInAnyOrderElementsOf(psql.lines(
                        "shop",
                        "SELECT r.rolname || ' ' || n.nspname || '.' || c.relname || ' ' || p || '*' FROM pg_roles r,"
                                + " pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['SELECT',"
                                + " 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p"
                                + " WHERE NOT r.rolsuper AND NOT pg_has_role(r.oid, c.relowner, 'USAGE')"
                                + " AND c.relkind = 'r' AND " + OURS
                                + " AND has_table_privilege(r.oid, c.oid, p || ' WITH GRANT OPTION')"));
    }

    @Test
    void whatNeedsMoreIsWhatPostgresRefusesToLookInto() {
        for (String role : List.of("app", "readers", "writers", "reporting", "shop_owner")) {
            List<String> reachable = psql.lines(
                    "shop",
                    "SELECT n.nspname FROM pg_namespace n WHERE has_schema_privilege('" + role + "', n.oid, 'USAGE')");
            derived.withoutMore(id(role), "db/shop/table/")
                    .forEach(thing -> assertThat(reachable)
                            .as(role + " " + thing)
                            .contains(thing.substring("db/shop/table/".length(), thing.lastIndexOf('.'))));
        }
        assertThat(derived.withoutMore("role/app", "db/shop/table/")).doesNotContain("db/shop/table/hidden.secrets");
    }

    private Set<String> observed(List<String> kinds, List<String> all) {
        Set<String> observed = new TreeSet<>();
        for (String role : roles) {
            if (derived.isSuperuser(id(role))) {
                continue;
            }
            for (String right : derived.rights(id(role))) {
                kinds.stream()
                        .map(kind -> "db/shop/" + kind + "/")
                        .filter(prefix -> right.startsWith(prefix) && !right.endsWith("*") && !right.contains("("))
                        .forEach(prefix -> spelled(right.substring(prefix.length()), all)
                                .forEach(each -> observed.add(role + " " + each)));
            }
        }
        return observed;
    }

    /// An owner has everything.
    private static List<String> spelled(String right, List<String> all) {
        int space = right.lastIndexOf(' ');
        String thing = right.substring(0, space);
        return right.endsWith(" owner")
                ? all.stream().map(each -> thing + " " + each).toList()
                : List.of(right);
    }
}
