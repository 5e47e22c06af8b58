package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.postgres.link.PgLimits;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong, by table: nothing is lost, nothing invented, and the message says what to do.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresFaultsTest {
    private static final PgLimits IMPATIENT =
            new PgLimits(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1));

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        server = PostgreSql.start();
        server.run(
                "postgres",
                "CREATE ROLE from_elsewhere",
                "CREATE ROLE stranger LOGIN PASSWORD 'canary-stranger'",
                "CREATE ROLE elsewhere LOGIN PASSWORD 'canary-elsewhere' IN ROLE from_elsewhere",
                "CREATE ROLE barred NOLOGIN PASSWORD 'canary-barred'",
                "CREATE DATABASE a",
                "CREATE DATABASE z");
        server.run(
                "a",
                "DO $$ BEGIN FOR i IN 1..3000 LOOP EXECUTE format('CREATE TABLE t%s_%s (id int)', i, repeat('x', 40));"
                        + " END LOOP; END $$");
        connected = ConnectedCluster.with(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    record Fault(String name, UnaryOperator<ConnectedCluster> change, SourceException.Kind kind, List<String> words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Fault> nothingCanBeRead() {
        return Stream.of(
                new Fault(
                        "wrong password",
                        it -> it.read("user=curfew_read password=canary-guess"),
                        SourceException.Kind.REFUSED,
                        List.of("did not take the password", "connect again")),
                new Fault(
                        "no such role",
                        it -> it.read("user=nobody password=canary-guess"),
                        SourceException.Kind.REFUSED,
                        List.of("did not take the password")),
                new Fault(
                        "a role that may not log in",
                        it -> it.read("user=barred password=canary-barred"),
                        SourceException.Kind.REFUSED,
                        List.of("does not let the role log in")),
                new Fault(
                        "from the wrong address",
                        it -> it.read("user=elsewhere password=canary-elsewhere"),
                        SourceException.Kind.REFUSED,
                        List.of("pg_hba.conf")),
                new Fault(
                        "no login at all",
                        it -> it.read("canary-neither a line nor keywords"),
                        SourceException.Kind.REFUSED,
                        List.of("is no login", "host:port:database:user:password")),
                new Fault(
                        "no such database",
                        it -> it.at(
                                URI.create(it.connection().address().toString().replace("/postgres", "/none"))),
                        SourceException.Kind.REFUSED,
                        List.of("no such database")),
                new Fault(
                        "no such host",
                        it -> it.at(URI.create("postgresql://no-such-host.invalid/")),
                        SourceException.Kind.UNREACHABLE,
                        List.of("no host of the name")),
                new Fault(
                        "an address inside a network",
                        it -> it.at(URI.create("postgresql://10.255.255.1/")),
                        SourceException.Kind.UNREACHABLE,
                        List.of("inside a network", "not dialled", "--allow-private-addresses")),
                new Fault(
                        "nothing listens",
                        it -> it.at(URI.create("postgresql://127.0.0.1:1/")),
                        SourceException.Kind.UNREACHABLE,
                        List.of("Nothing answers")),
                new Fault(
                        "a certificate of nobody's",
                        it -> it.unset("ca-certificates"),
                        SourceException.Kind.UNREACHABLE,
                        List.of("TLS certificate", "--ca-file")),
                new Fault(
                        "another host's certificate",
                        it -> it.at(URI.create(
                                it.connection().address().toString().replace("127.0.0.1", "[::ffff:127.0.0.1]"))),
                        SourceException.Kind.UNREACHABLE,
                        List.of("TLS certificate", "--ca-file")),
                new Fault(
                        "an address with a user in it",
                        it -> it.at(URI.create("postgresql://u:canary@127.0.0.1/")),
                        SourceException.Kind.UNREACHABLE,
                        List.of("without a user name")));
    }

    @ParameterizedTest
    @MethodSource("nothingCanBeRead")
    void whereNothingCanBeReadTheReadingFailsAndSaysWhy(Fault fault) {
        ConnectedCluster changed = fault.change().apply(connected.copy().within(IMPATIENT));
        assertThat(catchThrowableOfType(SourceException.class, changed::observe))
                .returns(fault.kind(), SourceException::kind)
                .hasMessageContainingAll(fault.words().toArray(CharSequence[]::new))
                .hasMessageNotContaining("canary")
                .satisfies(e -> assertThat(stack(e)).doesNotContain("canary-", ConnectedCluster.READ_PASSWORD));
    }

    private static String stack(Throwable e) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        e.printStackTrace(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRoleWithoutRightsReadsWhatEverybodyMayAndSaysWhatIsMissing() throws InterruptedException {
        Facts facts = new Facts(
                connected.copy().read("user=stranger password=canary-stranger").observe());
        assertThat(facts.scope("hba").state()).isEqualTo(CoverageState.REFUSED);
        assertThat(facts.scope("sessions").state()).isEqualTo(CoverageState.PARTIAL);
        assertThat(facts.scope("sessions").detail()).contains("pg_read_all_stats");
        assertThat(facts.scope("logins").state()).isEqualTo(CoverageState.READ);
        assertThat(facts.scope("logins").detail()).contains("read-policy.sql");
        assertThat(facts.login("elsewhere").attributes()).containsEntry("password", "unknown");
        assertThat(facts.scope("objects/a").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void aPlainWayNeedsToBeAskedFor() throws InterruptedException {
        assertThat(new Facts(connected
                                .copy()
                                .unset("ca-certificates")
                                .set("sslmode", "disable")
                                .observe())
                        .scope("roles")
                        .state())
                .isEqualTo(CoverageState.READ);
        assertThat(new Facts(connected.copy().set("sslmode", "verify-ca").observe())
                        .scope("roles")
                        .state())
                .isEqualTo(CoverageState.READ);
    }

    @Test
    void aServerKilledInTheMiddleLosesNothingAndIsReadWholeWhenItIsBack() throws InterruptedException {
        Observation before = connected.observe();
        Observation cut = connected.observer().observe((stage, _, _) -> {
            if (stage.equals("objects/a")) {
                server.kill();
            }
        });
        assertThat(new Facts(cut).scope("roles").state()).isEqualTo(CoverageState.READ);
        assertThat(states(cut, "objects/a", "code/a", "objects/z", "code/z")).containsOnly(CoverageState.FAILED);
        assertThat(cut.facts()).noneMatch(fact -> fact.provenance().scope().equals("objects/a"));
        server.startAgain();
        assertThat(new Facts(connected.observe()).keyed()).isEqualTo(new Facts(before).keyed());
    }

    private static List<CoverageState> states(Observation observation, String... scopes) {
        return Stream.of(scopes)
                .map(scope -> new Facts(observation).scope(scope))
                .map(Coverage::state)
                .toList();
    }

    @Test
    void aSessionThatIsEndedInTheMiddleCostsOneDatabase() throws InterruptedException {
        Observation observation = connected.observer().observe((stage, _, _) -> {
            if (stage.equals("objects/a")) {
                server.run("postgres", "ALTER DATABASE a ALLOW_CONNECTIONS false");
            }
        });
        server.run("postgres", "ALTER DATABASE a ALLOW_CONNECTIONS true");
        assertThat(states(observation, "objects/a", "code/a")).containsOnly(CoverageState.FAILED);
        assertThat(states(observation, "objects/z", "code/z")).containsOnly(CoverageState.READ);
        assertThat(new Facts(observation).scope("objects/a").detail()).contains("no such database to connect to");
    }

    @Test
    void anAnswerThatBreaksOffIsNoShorterAnswer() throws InterruptedException {
        long whole;
        try (SlowWay way = new SlowWay(server.port())) {
            connected.copy().at(way.address()).observe();
            whole = way.passed();
        }
        // In the middle of the names of 3,000 tables.
        try (SlowWay way = new SlowWay(server.port()).breakAfter(whole - whole / 3)) {
            Observation observation = connected.copy().at(way.address()).observe();
            assertThat(observation.coverage()).anyMatch(scope -> scope.state() == CoverageState.FAILED);
            for (Coverage scope : observation.coverage()) {
                if (scope.state() == CoverageState.FAILED) {
                    assertThat(observation.facts())
                            .noneMatch(fact -> fact.provenance().scope().equals(scope.scope()));
                }
            }
        }
    }

    @Test
    void aSlowDripIsWaitedForOnlySoLong() throws InterruptedException {
        try (SlowWay way = new SlowWay(server.port()).drip(60)) {
            Observation observation =
                    connected.copy().at(way.address()).within(IMPATIENT).observe();
            assertThat(states(observation, "roles", "objects/z", "code/z")).containsOnly(CoverageState.READ);
            assertThat(new Facts(observation).scope("objects/a"))
                    .returns(CoverageState.FAILED, Coverage::state)
                    .extracting(Coverage::detail)
                    .asString()
                    .contains("did not answer in time");
        }
        try (SlowWay way = new SlowWay(server.port()).drip(3_000)) {
            assertThat(catchThrowableOfType(
                            SourceException.class,
                            () -> connected
                                    .copy()
                                    .at(way.address())
                                    .within(IMPATIENT)
                                    .observe()))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind)
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void aServerThatTakesTheCallAndNeverSpeaksIsGivenUp() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("postgresql://127.0.0.1:" + mute.getLocalPort() + "/");
            long start = System.nanoTime();
            assertThat(catchThrowableOfType(
                            SourceException.class,
                            () -> connected.copy().at(address).within(IMPATIENT).observe()))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatIsNoPostgresIsSaidToBeNone() throws IOException {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(web));
            URI address = URI.create("postgresql://127.0.0.1:" + web.getLocalPort() + "/");
            for (String mode : List.of("verify-full", "disable")) {
                assertThat(catchThrowableOfType(
                                SourceException.class,
                                () -> connected
                                        .copy()
                                        .at(address)
                                        .set("sslmode", mode)
                                        .within(IMPATIENT)
                                        .observe()))
                        .as(mode)
                        .hasMessageNotContaining(ConnectedCluster.READ_PASSWORD);
            }
        }
    }

    private static void answer(ServerSocket web) {
        while (!web.isClosed()) {
            try (Socket socket = web.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.getInputStream().readNBytes(8);
            } catch (IOException _) {
                // Whoever called is gone.
            }
        }
    }

    @Test
    void aStatementThatTheServerEndsCostsItsScopeAlone() throws InterruptedException, Exception {
        try (var locker = server.connect("a");
                var statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_default_acl IN ACCESS EXCLUSIVE MODE");
            Observation observation = connected
                    .copy()
                    .within(new PgLimits(Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(1)))
                    .observe();
            assertThat(states(observation, "objects/a")).containsOnly(CoverageState.READ);
            assertThat(states(observation, "code/a")).containsOnly(CoverageState.FAILED);
            assertThat(new Facts(observation).scope("code/a").detail()).contains("did not answer in time");
            assertThat(states(observation, "objects/z", "code/z")).containsOnly(CoverageState.READ);
            locker.rollback();
        }
    }

    @Test
    void cancellingEndsAReadingWithinASecond() throws Exception {
        for (long after : List.of(0L, 3_000L, 20_000L)) {
            try (SlowWay way = new SlowWay(server.port()).stallAfter(after)) {
                assertThat(cancelled(connected.copy().at(way.address()), way)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    private static Duration cancelled(ConnectedCluster slow, SlowWay way) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        List<Long> ended = new ArrayList<>();
        Thread reading = Thread.ofPlatform().start(() -> {
            try {
                slow.observer().observe((_, _, _) -> begun.countDown());
            } catch (InterruptedException | SourceException e) {
                seen.set(e);
            }
            ended.add(System.nanoTime());
        });
        begun.await();
        long passed = -1;
        // Until it stalls.
        while (passed != way.passed()) {
            passed = way.passed();
            Thread.sleep(300);
        }
        long interrupted = System.nanoTime();
        reading.interrupt();
        reading.join(Duration.ofSeconds(20));
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        return Duration.ofNanos(ended.getFirst() - interrupted);
    }

    @Test
    void readingLeavesNoSessionBehindAndChangesNothing() throws InterruptedException {
        connected.observer().observe(Progress.SILENT);
        assertThat(server.query("postgres", "SELECT 1 FROM pg_stat_activity WHERE usename = 'curfew_read'"))
                .isEmpty();
    }
}
