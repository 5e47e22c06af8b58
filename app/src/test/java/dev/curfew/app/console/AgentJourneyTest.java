package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.Afterwatch;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import dev.curfew.testbed.process.LossyWay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent with credentials at two real servers goes rogue. In the window, with a folder of its values: one confirmed
/// button, a board that is seen changing, a proof for what could be tried and none for what could not.
@WithOpenBao
@WithPostgreSql
class AgentJourneyTest {
    private static final String AGENT = "rogue-agent";
    private static final String ADA = "ada's own passphrase";
    private static final String PASSWORD = "agents-password-4711";
    private static final int SECONDS_MAX = 60;

    private final Path folder;
    private final OpenBao openBao;
    private final PostgreSql postgres;
    private final LossyWay toOpenBao;
    private final SampleWorkspace workspace;

    /// By the credential's id.
    private final Map<String, String> values = new LinkedHashMap<>();

    private final Queue<Runnable> foreground = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean apart = new AtomicBoolean();

    AgentJourneyTest(@TempDir Path folder, OpenBao openBao, PostgreSql postgres)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.openBao = openBao;
        this.postgres = postgres;
        toOpenBao = LossyWay.to(openBao.address().getPort());
        workspace = SampleWorkspace.live();
    }

    @BeforeEach
    void anAgentAtTwoServers() throws InterruptedException {
        tokens();
        roles();
        Desk desk = workspace.desk();
        try (Secret passphrase = Secret.of(ADA);
                Secret root = openBao.rootToken();
                Secret superuser = postgres.superuserPassword()) {
            desk.officers().add(new OfficerLogin("ada", passphrase), "Ada");
            desk.sources()
                    .connect(new NewConnection(
                            new SourceName("bao"),
                            "openbao",
                            URI.create("http://127.0.0.1:" + toOpenBao.port()),
                            root.copy(),
                            root.copy(),
                            Map.of("environment", "test")));
            String login = "user=postgres password='" + superuser.reveal() + "'";
            desk.sources()
                    .connect(new NewConnection(
                            new SourceName("pg"),
                            "postgresql",
                            postgres.address(),
                            Secret.of(login),
                            Secret.of(login),
                            Map.of("ca-certificates", postgres.authorityPem(), "environment", "test")));
        }
        desk.sources().sync(new SourceName("bao"), Progress.SILENT);
        desk.sources().sync(new SourceName("pg"), Progress.SILENT);
    }

    @AfterEach
    void close() throws IOException {
        toOpenBao.close();
        workspace.close();
    }

    private void tokens() {
        openBao.policy(AGENT, "path \"secret/data/reports\" { capabilities = [\"read\"] }");
        openBao.call("POST", "sys/auth/agents", Map.of("type", "userpass"));
        openBao.write("auth/agents/users/" + AGENT, Map.of("password", PASSWORD, "token_policies", AGENT));
        String entity = openBao.write("identity/entity", Map.of("name", AGENT)).text("/data/id");
        String mount = openBao.read("sys/auth").text("/data/agents~1/accessor");
        openBao.write("identity/entity-alias", Map.of("name", AGENT, "canonical_id", entity, "mount_accessor", mount));
        for (int i = 0; i < 2; i++) {
            var login = openBao.write("auth/agents/login/" + AGENT, Map.of("password", PASSWORD));
            values.put("bao:" + login.text("/auth/accessor"), login.text("/auth/client_token"));
        }
    }

    private void roles() {
        for (String role : List.of(AGENT, "worker/1/" + AGENT)) {
            postgres.run("postgres", "CREATE ROLE \"" + role + "\" LOGIN PASSWORD '" + PASSWORD + "'");
            String oid = postgres.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = '" + role + "'")
                    .getFirst()
                    .getFirst();
            values.put("pg:login/" + role + "#" + oid, "user='" + role + "' password='" + PASSWORD + "'");
        }
    }

    @Test
    void isCutOffByOneButtonAndSeenToBe() throws Exception {
        String unproved = "pg:login/worker";
        handOver(id -> !id.startsWith(unproved));
        Files.writeString(folder.resolve("old.txt"), "a-password-of-nobody-0815");
        FxThread.run(() -> {
            try (ShellBench bench = bench()) {
                Hands hands = new Hands(bench);
                hands.key(".shell", KeyCode.F9);
                hands.type("#leaked-named", AGENT);
                hands.press("Show what it would do");
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("None of 4 has a value to be tried with"));

                bench.files.hand(folder);
                hands.press("Values from a folder");

                assertThat(hands.texts())
                        .anyMatch(text ->
                                text.startsWith("3 of 4 have a value to be tried with") && text.contains(unproved))
                        .anyMatch(text -> text.startsWith("2 tokens stand in tokens.env: ")
                                && text.contains("\nbao was not asked: ")
                                && text.endsWith("(old.txt)\nold.txt is the value of nothing that ends here."));
                Pictures.keep(bench.picture(), "agent-preview-dark-150");
                toOpenBao.hold("revoke-accessor");
                apart.set(true);
                hands.sign(0, ADA);
                hands.press("Cut off 4 credentials");
                apart.set(false);

                List<String> middle = seen(
                        bench, hands, texts -> chip(texts, "pg:login/" + AGENT).equals("refused"));
                values.keySet().stream()
                        .filter(id -> id.startsWith("bao:"))
                        .forEach(id -> assertThat(chip(middle, id)).isEqualTo("acting"));
                Pictures.keep(bench.picture(), "agent-middle-dark-150");
                toOpenBao.letGo();

                List<String> end = seen(bench, hands, _ -> !workedOn(bench));
                values.keySet()
                        .forEach(id -> assertThat(chip(end, id))
                                .isEqualTo(id.startsWith(unproved) ? "not provable" : "refused"));
                Pictures.keep(bench.picture(), "agent-end-dark-150");
                values.values().forEach(value -> assertThat(end).noneMatch(text -> text.contains(value)));
            }
        });
        assertThat(workspace.desk().revocations().list().getLast().proofs())
                .hasSize(4)
                .allSatisfy(record -> assertThat(record.proof())
                        .isInstanceOfAny(
                                record.credential().text().startsWith(unproved)
                                        ? new Class<?>[] {Proof.NotProvable.class}
                                        : new Class<?>[] {Proof.Proved.class, Proof.ProvedAfter.class}));
        nothingLetsItIn();
        itsReturnIsSeen();
    }

    /// Somebody makes a role of its name again.
    private void itsReturnIsSeen() throws Exception {
        postgres.run("postgres", "CREATE ROLE \"" + AGENT + "\" LOGIN");
        workspace.desk().sources().sync(new SourceName("pg"), Progress.SILENT);
        BlockingQueue<Alarms> told = new LinkedBlockingQueue<>();
        try (Afterwatch _ = new Afterwatch(workspace.desk().revocations(), told::add, Duration.ofHours(1))) {
            Alarms alarms = Objects.requireNonNull(told.poll(SECONDS_MAX, TimeUnit.SECONDS), "no alarm");
            FxThread.run(() -> {
                try (ShellBench bench = bench()) {
                    Hands hands = new Hands(bench);
                    bench.alarm(alarms);
                    assertThat(hands.texts())
                            .anyMatch(text -> text.startsWith("Back: pg:") && text.contains(AGENT + " "));
                    Pictures.keep(bench.picture(), "agent-back-dark-150");
                    hands.press("Look at it");
                    assertThat(hands.texts()).anyMatch(text -> text.startsWith("Back: pg:"));
                    hands.press("Put away");
                    assertThat(hands.texts()).noneMatch(text -> text.startsWith("Back: pg:"));
                }
            });
        }
    }

    /// The tokens in one file, as an environment has them.
    private void handOver(Predicate<String> which) throws IOException {
        List<String> tokens = new ArrayList<>();
        int file = 0;
        for (Map.Entry<String, String> each : values.entrySet()) {
            if (each.getKey().startsWith("bao:")) {
                tokens.add("TOKEN_" + tokens.size() + "=" + each.getValue());
            } else if (which.test(each.getKey())) {
                Files.writeString(folder.resolve("value-" + file++), each.getValue());
            }
        }
        Files.write(folder.resolve("tokens.env"), tokens);
    }

    private void nothingLetsItIn() {
        values.forEach((id, value) -> {
            if (id.startsWith("bao:")) {
                assertThat(openBao.call("GET", "auth/token/lookup-self", Map.of(), value)
                                .status())
                        .isEqualTo(403);
            }
        });
        assertThat(postgres.query("postgres", "SELECT 1 FROM pg_roles WHERE rolname LIKE '%" + AGENT + "'"))
                .isEmpty();
    }

    private ShellBench bench() {
        Theme theme = new Theme();
        theme.appearance().set(Appearance.DARK);
        theme.textSize().set(TextSize.PERCENT_150);
        Executor background = task -> {
            if (apart.get()) {
                Thread.ofVirtual().start(task);
            } else {
                task.run();
            }
        };
        Executor toForeground = task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                foreground.add(task);
            }
        };
        return new ShellBench(
                workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.OVERVIEW), background, toForeground);
    }

    /// What is on the screen once it shows that.
    private List<String> seen(ShellBench bench, Hands hands, Predicate<List<String>> shown) {
        long deadline = System.nanoTime() + SECONDS_MAX * 1_000_000_000L;
        while (true) {
            for (Runnable task = foreground.poll(); task != null; task = foreground.poll()) {
                task.run();
            }
            bench.session.pulse().tick();
            List<String> texts = hands.texts();
            if (shown.test(texts)) {
                return texts;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not seen, but " + texts);
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static boolean workedOn(ShellBench bench) {
        return !bench.session.work().running().isEmpty();
    }

    /// What stands beside it on the board.
    private static String chip(List<String> texts, String id) {
        int board = texts.indexOf("What became of each (4)");
        for (int i = Math.max(board, 0); board >= 0 && i + 1 < texts.size(); i++) {
            if (texts.get(i).startsWith(id)) {
                return texts.get(i + 1);
            }
        }
        return "";
    }
}
