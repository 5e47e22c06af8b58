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
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Something leaked, on a real OpenBao: whoever cuts it off sees first what that does, and nothing else is touched.
@WithOpenBao
class LeakJourneyTest {

    private static final String ADA = "ada's own passphrase";

    private static final String POLICY = """
            path "secret/data/leak-door" { capabilities = ["read"] }
            path "auth/token/create" { capabilities = ["update"] }
            """;

    private static String token(OpenBao openBao, String creator) {
        Map<String, ?> order = Map.of("policies", List.of("leak-door"), "ttl", "1h");
        return openBao.call("POST", "auth/token/create", order, creator).ok().text("/auth/client_token");
    }

    private static int works(OpenBao openBao, String token) {
        return openBao.call("GET", "auth/token/lookup-self", Map.of(), token).status();
    }

    @Test
    void whatIsShownIsCutOffAndNothingElse(OpenBao openBao) throws Exception {
        openBao.policy("leak-door", POLICY);
        String leaked = token(openBao, openBao.rootToken().reveal());
        String other = token(openBao, openBao.rootToken().reveal());
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), Destination.of(Place.CONNECTIONS))) {
                    Hands hands = new Hands(bench);
                    connect(hands, openBao);
                    nobodys(hands);

                    look(hands, leaked);
                    assertThat(hands.texts())
                            .as("who only looks needs no key")
                            .contains("Cut off 1 credential", "At a glance");
                    hands.press("Show");
                    hands.press("Cut off what it made too");
                    assertThat(hands.texts())
                            .as("no record is set, and that is signed")
                            .anyMatch(text -> text.startsWith("What bao:") && text.contains("made is not known: "));
                    hands.key(".shell", KeyCode.ESCAPE);
                    officer(bench, hands);

                    look(hands, leaked);
                    assertThat(hands.texts())
                            .contains("Cut off 1 credential", "At a glance", "Reach", "refused within 1 s of the act")
                            .contains("What it did")
                            .noneMatch(text -> text.contains(leaked));
                    Pictures.keep(bench.picture(), "leak-preview-dark-150");
                    assertThat(works(openBao, leaked)).as("only looked at").isEqualTo(200);

                    String child = token(openBao, leaked);
                    openBao.policy("leak-door", POLICY + "path \"secret/data/vault\" { capabilities = [\"read\"] }");
                    workspace.desk().sources().sync(new SourceName("bao"), Progress.SILENT);
                    cut(hands);
                    assertThat(hands.texts()).anyMatch(text -> text.startsWith("Nothing was done: since it was shown"));
                    assertThat(works(openBao, leaked)).as("not what was shown").isEqualTo(200);

                    look(hands, leaked);
                    cut(hands);
                    assertThat(hands.texts()).contains("proved");
                    Pictures.keep(bench.picture(), "leak-cut-off-dark-150");
                    assertThat(works(openBao, leaked)).isEqualTo(403);
                    assertThat(works(openBao, child)).isEqualTo(403);
                    assertThat(works(openBao, other)).as("was not shown").isEqualTo(200);
                }
            });
        }
    }

    @Test
    void whatIsLookedAtIsCutOffFromItsPanel(OpenBao openBao) throws Exception {
        openBao.policy("leak-door", POLICY);
        String known = token(openBao, openBao.rootToken().reveal());
        String accessor = openBao.call("GET", "auth/token/lookup-self", Map.of(), known)
                .ok()
                .text("/data/accessor");
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            FxThread.run(() -> {
                try (ShellBench bench = bench(workspace.desk(), Destination.of(Place.CONNECTIONS))) {
                    Hands hands = new Hands(bench);
                    connect(hands, openBao);
                    officer(bench, hands);
                    isLookedForAgain(bench, hands);
                    bench.go(Destination.of(Place.INVENTORY, "bao:" + accessor));
                    Pictures.keep(bench.picture(), "cut-off-panel-dark-150");

                    hands.press("Cut off now");

                    assertThat(hands.texts()).contains("Cut off 1 credential", "In detail");
                    assertThat(hands.texts().indexOf("Stays alive"))
                            .as("known before the signature")
                            .isBetween(0, hands.texts().indexOf("Passphrase of your key"));
                    Pictures.keep(bench.picture(), "cut-off-preview-dark-150");
                    assertThat(works(openBao, known)).as("only looked at").isEqualTo(200);
                    cut(hands);
                    assertThat(works(openBao, known)).isEqualTo(403);
                    assertThat(hands.texts()).contains("done, not proved");
                }
            });
        }
    }

    private static ShellBench bench(Desk desk, Destination start) {
        Theme theme = new Theme();
        theme.appearance().set(Appearance.DARK);
        theme.textSize().set(TextSize.PERCENT_150);
        return new ShellBench(desk, theme, Clock.systemUTC(), start);
    }

    private static void connect(Hands hands, OpenBao openBao) {
        hands.press("Connect a source");
        hands.type("#connection-name", "bao");
        hands.typeInto("Address", openBao.address().toString());
        hands.typeInto("Reading credential", openBao.rootToken().reveal());
        hands.typeInto("Acting credential", openBao.rootToken().reveal());
        hands.press("Connect and read");
    }

    private static void officer(ShellBench bench, Hands hands) {
        bench.go(Destination.of(Place.EXCEPTIONS));
        hands.press("Add officer");
        hands.type("#new-officer-name", "ada");
        hands.type("#new-officer-display-name", "Ada");
        hands.type("#new-officer-passphrase", ADA);
        hands.type("#new-officer-repeated", ADA);
        hands.press("Add officer");
    }

    private static void nobodys(Hands hands) {
        hands.key(".shell", KeyCode.F9);
        hands.type("#leaked-named", "nobody knows-this");
        hands.press("Show what it would do");
        assertThat(hands.texts()).contains("It cannot be cut off from here");
        hands.press("Look again");
        assertThat(((TextInputControl) hands.bench().find("#leaked-named")).getText())
                .isEqualTo("nobody knows-this");
    }

    /// From a panel the same is looked for once more: an id with blanks in it is not taken for several names.
    private static void isLookedForAgain(ShellBench bench, Hands hands) {
        bench.go(Destination.cuttingOff("bao:no longer there"));
        assertThat(hands.texts())
                .contains("It cannot be cut off from here")
                .anyMatch(text -> text.contains("bao:no longer there"));
        List<String> said = hands.texts();
        hands.press("Look again");
        assertThat(hands.texts()).isEqualTo(said);
        bench.sheets.close();
    }

    private static void look(Hands hands, String value) {
        hands.key(".shell", KeyCode.F9);
        hands.type("#leaked-value", value);
        hands.press("Show what it would do");
    }

    private static void cut(Hands hands) {
        hands.sign(0, ADA);
        hands.press("Cut off 1 credential");
    }
}
