package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a role did on a real PostgreSQL, as its log has it in both its forms.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTimelineTest {
    private static final String CANARY = "Pg5-quiet-harbour-canary";

    /// What [#deeds] does, in its order.
    private static final List<String> DEEDS = List.of(
            "BECAME LOGIN postgres",
            "CREATED CREATE ROLE mole (LOGIN, PASSWORD)",
            "CREATED GRANT pg_read_all_data TO mole WITH ADMIN OPTION",
            "CHANGED ALTER ROLE mole (PASSWORD)",
            "READ_SECRET SELECT pg_catalog.pg_authid",
            "READ SELECT public.stock x2",
            "READ_SECRET SELECT public.api_tokens",
            "READ_SECRET SELECT hidden_secrets failed",
            "CREATED CREATE FUNCTION public.door (SECURITY DEFINER)",
            "CREATED CREATE EXTENSION pg_trgm failed",
            "CREATED CREATE PUBLICATION leak (FOR ALL TABLES)",
            "CREATED CREATE SUBSCRIPTION pull",
            "CREATED CREATE FOREIGN DATA WRAPPER thin",
            "CREATED CREATE SERVER far",
            "CREATED CREATE USER MAPPING FOR mole SERVER far",
            "BECAME SET ROLE owner_of_all",
            "CREATED CREATE TABLE public.copied by as owner_of_all",
            "READ SELECT public.stock by as owner_of_all",
            "CHANGED INSERT public.copied by as owner_of_all",
            "BECAME SET SESSION AUTHORIZATION mole",
            "CREATED CREATE TABLE denied by as mole failed",
            "DELETED REVOKE pg_read_all_data FROM mole",
            "CHANGED ALTER SUBSCRIPTION pull",
            "DELETED DROP SUBSCRIPTION pull",
            "DELETED DROP ROLE nobody failed",
            "BECAME LOGIN postgres failed");

    private PostgreSql server;
    private ConnectedCluster connected;
    private Path log = Path.of("");
    private Instant began = Instant.EPOCH;

    @BeforeAll
    void somebodyDoesThings() throws SQLException, IOException {
        server = PostgreSql.start(
                "logging_collector=on",
                "log_destination=csvlog,jsonlog",
                "log_directory=told",
                "log_filename=server.log",
                "log_timezone=UTC",
                "log_statement=all",
                "log_disconnections=on",
                "log_min_duration_statement=0",
                "log_parameter_max_length=-1");
        log = Path.of(server.query("postgres", "SELECT current_setting('data_directory')")
                        .getFirst()
                        .getFirst())
                .resolve("told");
        server.run(
                "postgres",
                "CREATE TABLE public.stock (n int)",
                "CREATE TABLE public.api_tokens (t text)",
                "CREATE ROLE owner_of_all SUPERUSER",
                "CREATE ROLE worker LOGIN SUPERUSER PASSWORD 'worker-4711'");
        connected = ConnectedCluster.with(server).set(AuditFile.SETTING, log.toString());
        began = Instant.now().minus(Duration.ofMinutes(30));
        try (Connection session = session();
                Statement statement = session.createStatement()) {
            deeds(session, statement);
        }
        assertThatThrownBy(() -> server.connect("postgres", "worker", CANARY)).isInstanceOf(SQLException.class);
    }

    /// As simple queries, which is how most clients send what has no parameters.
    private Connection session() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.port()
                + "/postgres?user=worker&password=worker-4711&sslmode=disable&preferQueryMode=extendedForPrepared");
    }

    private static void deeds(Connection session, Statement statement) throws SQLException {
        statement.execute(
                "CREATE ROLE mole LOGIN PASSWORD '" + CANARY + "'; GRANT pg_read_all_data TO mole WITH ADMIN OPTION");
        statement.execute("ALTER ROLE mole WITH PASSWORD $x$" + CANARY + "$x$ -- " + CANARY);
        statement.execute("SELECT rolname, rolpassword FROM pg_catalog.pg_authid");
        statement.execute("SELECT n FROM public.stock WHERE n::text <> '" + CANARY + "'");
        try (PreparedStatement prepared = session.prepareStatement("SELECT n FROM public.stock WHERE n::text = ?")) {
            prepared.setString(1, CANARY);
            prepared.execute();
        }
        statement.execute("WITH t AS (SELECT * FROM public.api_tokens) SELECT * FROM t");
        refused(statement, "SELECT '" + CANARY + "' FROM hidden_secrets");
        statement.execute("CREATE FUNCTION public.door() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT ''"
                + CANARY + "''::text'");
        refused(statement, "CREATE EXTENSION pg_trgm VERSION '" + CANARY + "'");
        statement.execute("CREATE PUBLICATION leak FOR ALL TABLES");
        statement.execute("CREATE SUBSCRIPTION pull CONNECTION 'host=127.0.0.1 port=1 password=" + CANARY
                + "' PUBLICATION leak WITH (connect = false)");
        statement.execute("CREATE FOREIGN DATA WRAPPER thin");
        statement.execute("CREATE SERVER far FOREIGN DATA WRAPPER thin");
        statement.execute("CREATE USER MAPPING FOR mole SERVER far OPTIONS (password '" + CANARY + "')");
        statement.execute("SET ROLE owner_of_all");
        statement.execute("CREATE TABLE public.copied AS SELECT * FROM public.stock");
        statement.execute("INSERT INTO public.copied VALUES (4711)");
        statement.execute("RESET ROLE");
        statement.execute("SET SESSION AUTHORIZATION mole");
        refused(statement, "CREATE TABLE denied (n int)");
        statement.execute("RESET SESSION AUTHORIZATION");
        statement.execute("REVOKE pg_read_all_data FROM mole");
        statement.execute("ALTER SUBSCRIPTION pull SET (slot_name = NONE)");
        statement.execute("DROP SUBSCRIPTION pull");
        refused(statement, "DROP ROLE nobody");
    }

    private static void refused(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Timeline of(ConnectedCluster cluster, EntityId who) throws InterruptedException {
        return cluster.connector()
                .deeds(cluster.connection(), cluster.secrets())
                .orElseThrow()
                .of(who, List.of(), began, Progress.SILENT);
    }

    private static IdentityId role(String name) {
        return new IdentityId(ConnectedCluster.SOURCE, "role/" + name);
    }

    private static List<String> lines(Timeline timeline) {
        return timeline.deeds().stream().map(PostgresTimelineTest::line).toList();
    }

    private static String line(Deed deed) {
        return deed.kind() + " " + deed.target()
                + (deed.detail().isEmpty() ? "" : " (" + deed.detail() + ")")
                + (deed.times() == 1 ? "" : " x" + deed.times())
                + (deed.by().isEmpty() ? "" : " by " + deed.by())
                + (deed.succeeded() ? "" : " failed");
    }

    @Test
    void aRolesDeedsAreToldOnceInTheirOrderAndNoSecretIsAmongThem() throws InterruptedException {
        Timeline told = of(connected, role("worker"));

        assertThat(lines(told)).containsExactlyElementsOf(DEEDS);
        assertThat(told.deeds())
                .allSatisfy(deed -> assertThat(deed.from().address()).isEqualTo("127.0.0.1"));
        assertThat(told.toString()).doesNotContain(CANARY);
        assertThat(told.covers(began)).isFalse();
        assertThat(told.caveats()).anyMatch(gap -> gap.contains("SECURITY DEFINER"));
    }

    @Test
    void whoUsedARoleFromWhereIsTold() throws InterruptedException, SQLException, IOException {
        Path rules =
                Path.of(server.query("postgres", "SHOW hba_file").getFirst().getFirst());
        Files.writeString(rules, "host all courier 127.0.0.2/32 scram-sha-256\n", StandardOpenOption.APPEND);
        List<List<String>> before = server.query("postgres", "SELECT pg_conf_load_time()");
        server.query("postgres", "SELECT pg_reload_conf()");
        while (server.query("postgres", "SELECT pg_conf_load_time()").equals(before)) {
            Thread.sleep(20);
        }
        server.run("postgres", "CREATE ROLE courier LOGIN PASSWORD 'courier-4711'");
        for (String client : List.of("ApplicationName=billing", "ApplicationName=psql&localSocketAddress=127.0.0.2")) {
            String address = "jdbc:postgresql://127.0.0.1:" + server.port()
                    + "/postgres?user=courier&password=courier-4711&sslmode=disable&" + client;
            try (Connection session = DriverManager.getConnection(address);
                    Statement statement = session.createStatement()) {
                statement.execute("SELECT 1");
                refused(statement, "SELECT n FROM public.stock");
            }
        }

        List<Caller> callers = of(connected, role("courier")).callers().stream()
                .filter(caller -> caller.refused() > 0)
                .toList();

        assertThat(callers)
                .extracting(Caller::from)
                .containsExactly(new Origin("127.0.0.2", "psql", ""), new Origin("127.0.0.1", "billing", ""));
        assertThat(callers).allSatisfy(caller -> assertThat(caller.refused()).isEqualTo(1));
    }

    @Test
    void eitherFormByItselfTellsTheSame() throws InterruptedException {
        for (String file : List.of("server.csv", "server.json")) {
            Timeline told =
                    of(connected.copy().set(AuditFile.SETTING, log.resolve(file).toString()), role("worker"));
            assertThat(lines(told)).as(file).containsExactlyElementsOf(DEEDS);
        }
    }

    @Test
    void whoeverBecameItIsTold() throws InterruptedException {
        assertThat(lines(of(connected, role("owner_of_all"))))
                .containsExactly(
                        "CREATED CREATE TABLE public.copied by worker, as it",
                        "READ SELECT public.stock by worker, as it",
                        "CHANGED INSERT public.copied by worker, as it");
        assertThat(lines(of(connected, role("mole"))))
                .containsExactly("CREATED CREATE TABLE denied by worker, as it failed");
    }

    @Test
    void aLoginIsItsRole() throws InterruptedException {
        CredentialId login = new CredentialId(ConnectedCluster.SOURCE, "login/worker#16400");

        assertThat(lines(of(connected, login))).containsExactlyElementsOf(DEEDS);
    }

    @Test
    void whatIsBrokenIsToldWithItsPlaceAndNothingElseIsLost(@TempDir Path copy)
            throws IOException, InterruptedException {
        List<String> csv = Files.readAllLines(log.resolve("server.csv"));
        List<String> json = Files.readAllLines(log.resolve("server.json"));
        int cut = lineOf(json, "statement: CREATE PUBLICATION leak");
        json.set(cut, json.get(cut).substring(0, 90));
        // Not beside the other one: what is cut off there is told by this file.
        int broken = lineOf(csv, "statement: DROP SUBSCRIPTION pull");
        csv.add(broken, "2026-11-29 12:00:00.000 UTC,\"cut off");
        Files.write(copy.resolve("a.json"), json);
        Files.write(copy.resolve("b.csv"), csv);

        Timeline told = of(connected.copy().set(AuditFile.SETTING, copy.toString()), role("worker"));

        assertThat(lines(told)).containsExactlyInAnyOrderElementsOf(DEEDS);
        assertThat(told.gaps()).anyMatch(gap -> gap.contains("could not be read: a.json:" + (cut + 1)));
        assertThat(told.gaps()).anyMatch(gap -> gap.contains("b.csv:" + (broken + 1)));
    }

    private static int lineOf(List<String> lines, String words) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheServerDoesNotLogOfItIsSaid() throws InterruptedException {
        assertThat(of(connected, role("worker")).gaps()).noneMatch(gap -> gap.contains("log_statement"));

        server.run("postgres", "ALTER ROLE worker SET log_statement = 'none'");
        List<String> gaps = of(connected, role("worker")).gaps();
        server.run("postgres", "ALTER ROLE worker RESET log_statement");

        assertThat(gaps).contains("other settings hold for some now: log_statement=none of role worker");
    }

    @Test
    void thatItMayHaveLoggedLessBeforeIsSaid() throws InterruptedException {
        server.run("postgres", "ALTER SYSTEM SET log_min_messages = 'notice'", "SELECT pg_reload_conf()");
        try {
            assertThat(gapsOnce("log_min_messages"))
                    .anyMatch(gap -> gap.startsWith("what it logs was changed since (log_min_messages, at "))
                    .anyMatch(gap -> gap.startsWith("the server was started at "));
        } finally {
            server.run("postgres", "ALTER SYSTEM RESET log_min_messages", "SELECT pg_reload_conf()");
        }
    }

    /// The server reads its settings by and by.
    private List<String> gapsOnce(String words) throws InterruptedException {
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<String> gaps = of(connected, role("worker")).gaps();
        while (gaps.stream().noneMatch(gap -> gap.contains(words)) && System.nanoTime() < giveUpAt) {
            Thread.sleep(Duration.ofMillis(100));
            gaps = of(connected, role("worker")).gaps();
        }
        return gaps;
    }

    @Test
    void withoutTheServerItsLogIsReadAndSaysWhatCouldNotBeAsked() throws InterruptedException {
        Timeline told = of(connected.copy().at(URI.create("postgresql://127.0.0.1:1/postgres")), role("worker"));

        assertThat(lines(told)).containsExactlyElementsOf(DEEDS);
        assertThat(told.gaps()).contains("what the server logs could not be asked: what was not logged is unknown");
    }

    @Test
    void withoutALogItSaysWhatToDo() {
        assertThatThrownBy(() -> of(connected.copy().unset(AuditFile.SETTING), role("worker")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("connect it with --audit-file FILE");
        assertThatThrownBy(() -> of(connected, new IdentityId(ConnectedCluster.SOURCE, "public")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none of those whom the log tells of");
    }
}
