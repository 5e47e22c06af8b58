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
import dev.curfew.app.usecase.timebox.DueEnds;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.timebox.BoxOrder;
import dev.curfew.revocation.timebox.BoxStage;
import dev.curfew.revocation.timebox.Boxed;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Access that stands is given an end from the panel of whoever has it, on a real OpenBao: looked at, put on it, taken
/// back.
@WithOpenBao
class TimeBoxJourneyTest {
    private final OpenBao openBao = OpenBao.start();
    private final SampleWorkspace workspace;
    private String entity = "";

    TimeBoxJourneyTest() throws IOException, InterruptedException {
        workspace = SampleWorkspace.live();
    }

    @BeforeEach
    void anEntityWithAPolicy() throws IOException, InterruptedException {
        openBao.policy("billing", "path \"secret/data/billing/*\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/billing/door", Map.of("data", Map.of("code", "1")));
        entity = openBao.write(
                        "identity/entity",
                        Map.of(
                                "name",
                                "billing-export",
                                "policies",
                                List.of("billing"),
                                "metadata",
                                Map.of("owner", "payments")))
                .text("/data/id");
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
                        Map.of()));
        desk.sources().sync(source, Progress.SILENT);
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
        openBao.close();
    }

    private ShellBench bench(Theme theme) {
        return new ShellBench(
                workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.INVENTORY, "bao:entity/" + entity));
    }

    private static void look(Hands hands, int part) {
        hands.press("Put an end on it");
        hands.choose("#timebox-part", part);
        hands.press("Show what would go");
    }

    private String expiration() {
        return openBao.read("sys/policies/acl/billing").body();
    }

    @Test
    void whatIsShownIsPutOnItAndTakenBackInOneStep() throws Exception {
        Pictures.inBothThemesAndSizes(
                "timebox-none", this::bench, bench -> new Hands(bench).menu("Ends on standing access"));
        Pictures.inBothThemesAndSizes("timebox-ask", this::bench, bench -> new Hands(bench).press("Put an end on it"));
        Pictures.inBothThemesAndSizes("timebox-plan", this::bench, bench -> look(new Hands(bench), 1));
        Pictures.inBothThemesAndSizes("timebox-weak", this::bench, bench -> look(new Hands(bench), 0));
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme())) {
                Hands hands = new Hands(bench);
                hands.press("Put an end on it");
                hands.type("#timebox-until", "2020-01-01 00:00");
                assertThat(hands.said("Show what would go")).contains("That is over");
                hands.press("Cancel");

                look(hands, 1);
                assertThat(hands.texts())
                        .contains("bao itself (target-enforced)", "payments, who answers for it, and officers")
                        .anyMatch(text -> text.contains("expiration"));
                assertThat(hands.said("Put the end on it")).contains("Give a reason.");
                hands.type("#timebox-reason", "the export moves");
                hands.sign(0, Decisions.PASSPHRASE);
                assertThat(expiration()).as("only looked at").doesNotContain("expiration");
                hands.press("Put the end on it");
                assertThat(hands.texts()).contains("the export moves").anyMatch(text -> text.startsWith("ends "));
                assertThat(expiration()).contains("expiration");

                hands.press("Take the end back");
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Take the end back");
                assertThat(hands.texts()).contains("taken back");
                assertThat(expiration()).doesNotContain("expiration");
            }
        });
        Pictures.inBothThemesAndSizes(
                "timebox-list", this::bench, bench -> new Hands(bench).menu("Ends on standing access"));
    }

    @Test
    void whatIsOverEndsWhileTheConsoleIsOpen() throws Exception {
        Desk desk = workspace.desk();
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            BoxOrder order = new BoxOrder(
                    "bao:entity/" + entity, Optional.empty(), Instant.now().plusSeconds(3));
            desk.timeBoxes().apply(new OfficerLogin(Decisions.ADA, passphrase), order, "moved", Optional.empty());
        }
        BlockingQueue<String> told = new LinkedBlockingQueue<>();

        try (DueEnds _ = new DueEnds(desk, () -> told.add("ended"), Duration.ofMillis(100))) {
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("ended");
        }

        assertThat(openBao.read("identity/entity/id/" + entity).body()).contains("\"disabled\":true");
        assertThat(desk.timeBoxes().all()).extracting(Boxed::stage).containsExactly(BoxStage.ENDED);
        assertThat(told).isEmpty();
    }
}
