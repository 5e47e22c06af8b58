package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Shipped;
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
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A credential in use is replaced from its panel, on real servers: both work, the old one is looked at, then cut; or
/// the way back.
@WithMoto
@WithOpenBao
class RotationJourneyTest {

    private static ShellBench bench(Desk desk, String focus) {
        return new ShellBench(desk, new Theme(), Clock.systemUTC(), Destination.of(Place.INVENTORY, focus));
    }

    private static void connect(Desk desk, String name, String kind, URI address, String key)
            throws InterruptedException {
        SourceName source = new SourceName(name);
        desk.sources()
                .connect(new NewConnection(
                        source, kind, address, Secret.of(key), Secret.of(key), Map.of("environment", "test")));
        desk.sources().sync(source, Progress.SILENT);
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            desk.officers().add(new OfficerLogin(Decisions.ADA, passphrase), "Ada");
        }
    }

    /// @param focus a credential that is asked about, or a rotation that is shown
    private static void pictures(String name, Desk desk, String focus, Consumer<Hands> look) throws Exception {
        Pictures.inBothThemesAndSizes(
                name,
                theme -> new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.ROTATION, focus)),
                bench -> look.accept(new Hands(bench)));
    }

    private static void begin(ShellBench bench, Hands hands, Path file) {
        hands.press("Rotate");
        hands.type("#rotation-reason", "a year old");
        hands.sign(0, Decisions.PASSPHRASE);
        bench.files.hand(file);
        hands.press("Make the new one");
        assertThat(hands.texts()).contains("both work");
    }

    private static int works(OpenBao openBao, String token) {
        return openBao.call("GET", "auth/token/lookup-self", Map.of(), token).status();
    }

    @Test
    void aTokenIsReplacedThenCutAndProved(OpenBao openBao, @TempDir Path home) throws Exception {
        openBao.policy("rotated-app", "path \"secret/data/door\" { capabilities = [\"read\"] }");
        OpenBao.Token old = openBao.orphan("rotated-app");
        String value = old.value();
        Path file = home.resolve("new.token");
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            connect(
                    workspace.desk(),
                    "bao",
                    "openbao",
                    openBao.address(),
                    openBao.rootToken().reveal());
            String accessor = "bao:" + old.accessor();
            pictures("rotation-start-openbao", workspace.desk(), accessor, _ -> {});
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), accessor)) {
                    Hands hands = new Hands(bench);
                    begin(bench, hands, file);
                    String fresh = Files.readString(file).strip();
                    assertThat(List.of(works(openBao, value), works(openBao, fresh)))
                            .containsExactly(200, 200);

                    hands.press("Look now");
                    assertThat(hands.texts()).contains("its source does not tell");

                    hands.press("Cut the old one");
                    hands.sign(0, Decisions.PASSPHRASE);
                    hands.press("Cut the old one");
                    assertThat(hands.texts()).anyMatch(text -> text.contains("is still used is not known"));
                    assertThat(works(openBao, value)).isEqualTo(200);
                }
            });
            String rotation = workspace.desk().rotations().all().getFirst().id();
            String fresh = Files.readString(file).strip();
            pictures("rotation-handed", workspace.desk(), rotation, hands -> hands.press("Look now"));
            pictures("rotation-cut", workspace.desk(), rotation, hands -> order(hands, value, fresh));
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.ROTATION, rotation))) {
                    Hands hands = new Hands(bench);
                    order(hands, value, fresh);
                    hands.sign(0, Decisions.PASSPHRASE);
                    hands.press("Cut the old one");
                    assertThat(hands.texts())
                            .contains("old one gone")
                            .noneMatch(text -> text.contains(value) || text.contains(fresh));
                    assertThat(List.of(works(openBao, value), works(openBao, fresh)))
                            .containsExactly(403, 200);
                }
            });
            pictures("rotation-ended", workspace.desk(), rotation, _ -> {});
        }
    }

    private static void order(Hands hands, String value, String fresh) {
        hands.press("Cut the old one");
        hands.choose("#cut-when", 4);
        hands.type("#cut-old-value", value);
        hands.type("#cut-new-value", fresh);
    }

    @Test
    void aKeyIsSwitchedOffAndOnAgainAndTheNewOneTakenBack(Moto moto, @TempDir Path home) throws Exception {
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        Moto.AccessKey old = moto.administrator("report");
        Path file = home.resolve("new.key");
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            connect(workspace.desk(), "prod", "aws", moto.endpoint(), Shipped.line(own));
            pictures("rotation-start-aws", workspace.desk(), "prod:" + old.id(), _ -> {});
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), "prod:" + old.id())) {
                    Hands hands = new Hands(bench);
                    begin(bench, hands, file);

                    hands.press("Cut the old one");
                    hands.choose("#cut-when", 5);
                    hands.sign(0, Decisions.PASSPHRASE);
                    hands.press("Cut the old one");
                    assertThat(keys(moto)).containsEntry(old.id(), "Inactive");
                    assertThat(hands.texts()).contains("old one off");

                    hands.press("Go back");
                    hands.sign(0, Decisions.PASSPHRASE);
                    hands.press("Switch the old one on");
                    assertThat(keys(moto)).doesNotContainValue("Inactive");
                    assertThat(hands.texts()).contains("both work");

                    hands.press("Go back");
                    hands.sign(0, Decisions.PASSPHRASE);
                    hands.press("Take the new one back");
                    assertThat(hands.texts()).contains("new one taken back");
                    assertThat(keys(moto)).hasSize(1);
                }
            });
        }
    }

    private static Map<String, String> keys(Moto moto) {
        return moto.accessKeys("report");
    }
}
