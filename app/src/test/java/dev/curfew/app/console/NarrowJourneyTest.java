package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A policy is narrowed from the panel of whoever holds it, on a real OpenBao with an audit file: looked at, refused on
/// too short a record, written, put back.
@WithOpenBao
class NarrowJourneyTest {
    private static final String BROAD = """
            path "secret/data/billing/*" { capabilities = ["create", "read", "update", "delete"] }
            path "sys/mounts" { capabilities = ["read"] }
            """;

    private final Path audit;
    private final OpenBao openBao;
    private final SampleWorkspace workspace;
    private String token = "";
    private String accessor = "";

    NarrowJourneyTest(@TempDir Path folder) throws IOException, InterruptedException {
        audit = folder.resolve("audit.log");
        openBao = OpenBao.startAudited(audit);
        workspace = SampleWorkspace.live();
    }

    @BeforeEach
    void somebodyReadsOneDoor() throws IOException, InterruptedException {
        openBao.policy("billing", BROAD);
        openBao.write("secret/data/billing/door", Map.of("data", Map.of("code", "1")));
        OpenBao.Token made = openBao.orphan("billing");
        token = made.value();
        accessor = made.accessor();
        openBao.call("GET", "secret/data/billing/door", Map.of(), token).ok();
        // A record of two days: what the server wrote since it was started, as if it had been then.
        String today = Files.readString(audit);
        String before = "{\"time\":\"" + Instant.now().minus(Duration.ofDays(2)) + "\",\"type\":\"request\","
                + "\"request\":{\"operation\":\"read\",\"path\":\"sys/health\"}}\n";
        Files.writeString(audit, before + today);
        Desk desk = workspace.desk();
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            desk.officers().add(new OfficerLogin(Decisions.ADA, passphrase), "Ada");
        }
        SourceName source = new SourceName("bao");
        desk.sources()
                .connect(new NewConnection(
                        source,
                        "openbao",
                        openBao.address(),
                        openBao.rootToken().copy(),
                        openBao.rootToken().copy(),
                        Map.of("audit-file", audit.toString())));
        desk.sources().sync(source, Progress.SILENT);
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
        openBao.close();
    }

    private ShellBench bench(Theme theme) {
        return new ShellBench(
                workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.INVENTORY, "bao:" + accessor));
    }

    private static void look(Hands hands, String days) {
        hands.press("Narrow to what it uses");
        hands.press(days);
        hands.press("Show what would go");
    }

    private int status(String method, String path) {
        return openBao.call(method, path, Map.of(), token).status();
    }

    @Test
    void whatIsShownIsWrittenAndPutBackInOneStep() throws Exception {
        Pictures.inBothThemesAndSizes(
                "narrow-ask", this::bench, bench -> new Hands(bench).press("Narrow to what it uses"));
        Pictures.inBothThemesAndSizes("narrow-short", this::bench, bench -> look(new Hands(bench), "14 d"));
        Pictures.inBothThemesAndSizes("narrow-plan", this::bench, bench -> look(new Hands(bench), "1 d"));
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme())) {
                Hands hands = new Hands(bench);
                look(hands, "14 d");
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("The record begins at "));
                hands.type("#narrow-reason", "unused");
                hands.sign(0, Decisions.PASSPHRASE);
                assertThat(hands.said("Write the narrower one")).contains("nothing is written on it");
                hands.press("Cancel");

                look(hands, "1 d");
                assertThat(hands.texts())
                        .contains(
                                "− path \"sys/mounts\" { capabilities = [\"read\"] }",
                                "2 statements lose something",
                                "secret/data/billing/door: read",
                                "nothing")
                        .noneMatch(text -> text.contains(token));
                assertThat(hands.said("Write the narrower one")).contains("Give a reason.");
                hands.type("#narrow-reason", "unused");
                hands.sign(0, Decisions.PASSPHRASE);
                assertThat(openBao.read("sys/policies/acl/billing").text("/data/policy"))
                        .as("only looked at")
                        .isEqualTo(BROAD);
                hands.press("Write the narrower one");
                assertThat(hands.texts()).contains("narrow", "bao:policy/billing", "unused");
                assertThat(status("GET", "sys/mounts")).isEqualTo(403);
                assertThat(status("GET", "secret/data/billing/door")).isEqualTo(200);

                hands.press("Put the former one back");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Put the former one back");
                assertThat(hands.texts()).contains("put back");
                assertThat(status("GET", "sys/mounts")).isEqualTo(200);
            }
        });
        assertThat(openBao.read("sys/policies/acl/billing").text("/data/policy"))
                .isEqualTo(BROAD);
        Pictures.inBothThemesAndSizes("narrow-list", this::bench, bench -> new Hands(bench).menu("Narrowed policies"));
    }

    @Test
    void whatIsBrokenOffWhileItIsWrittenIsSaidAndListed() throws Exception {
        Deque<Runnable> held = new ArrayDeque<>();
        AtomicBoolean isSlow = new AtomicBoolean();
        FxThread.run(() -> {
            try (ShellBench bench = new ShellBench(
                    workspace.desk(), Clock.systemUTC(), Destination.of(Place.INVENTORY, "bao:" + accessor), task -> {
                        if (isSlow.get()) {
                            held.add(task);
                        } else {
                            task.run();
                        }
                    })) {
                Hands hands = new Hands(bench);
                look(hands, "1 d");
                hands.type("#narrow-reason", "unused");
                hands.sign(0, Decisions.PASSPHRASE);
                isSlow.set(true);
                hands.press("Write the narrower one");
                bench.sheets.close();
                isSlow.set(false);
                held.remove().run();
                assertThat(hands.texts())
                        .contains("Narrowed policies")
                        .anyMatch(text -> text.startsWith("It was broken off on the way."));
                assertThat(status("GET", "sys/mounts")).isEqualTo(200);
            }
        });
    }

    @Test
    void whatIsAnnouncedIsWithdrawn() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme())) {
                Hands hands = new Hands(bench);
                look(hands, "1 d");
                hands.type("#narrow-reason", "unused");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Announce for in 7 d");
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("announced for "));
                assertThat(status("GET", "sys/mounts")).as("only announced").isEqualTo(200);
                hands.press("Withdraw it");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Withdraw it");
                assertThat(hands.texts()).contains("not written");
            }
        });
    }
}
