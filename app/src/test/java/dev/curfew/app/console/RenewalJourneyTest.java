package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.governance.RequestState;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// An exception that is made longer, shorter and asked for again over the console, on a real OpenBao, until it is
/// standing access in disguise.
@WithOpenBao
class RenewalJourneyTest {
    private static final List<String> OFFICERS = List.of("ada", "bo", "cy");
    private static final int ADA = 0;
    private static final int BO = 1;
    private static final int CY = 2;

    /// What each window's credential was when it was handed over.
    private final Map<String, String> tokens = new HashMap<>();

    @Test
    void whatOverlapsIsSaidAndWhatIsRenewedAgainAndAgainIsCalledStanding(OpenBao openBao) throws Exception {
        openBao.policy("renewed-door", "path \"secret/data/renewed-door\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/renewed-door", Map.of("data", Map.of("code", "1234")));
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            String last = FxThread.call(() -> {
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.CONNECTIONS))) {
                    return travel(bench, new Hands(bench), openBao);
                }
            });
            for (String picture : List.of("covered", "standing")) {
                String shown = picture.equals("standing") ? last : covered(workspace);
                Pictures.inBothThemesAndSizes(
                        "renewal-" + picture,
                        theme -> new ShellBench(
                                workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.EXCEPTIONS, shown)),
                        _ -> {});
            }
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.EXCEPTIONS, last))) {
                    end(new Hands(bench));
                    assertThat(opens(openBao, last)).isFalse();
                    assertThat(new Hands(bench).texts())
                            .as("it stood, whether or not it is open now")
                            .anyMatch(text -> text.startsWith("Standing access in disguise: "));
                }
            });
        }
    }

    /// The first, which ended while another went on.
    private static String covered(SampleWorkspace workspace) {
        return workspace.desk().exceptions().list().getFirst().request().id();
    }

    private String travel(ShellBench bench, Hands hands, OpenBao openBao) {
        connect(hands, openBao);
        bench.go(Destination.of(Place.EXCEPTIONS));
        OFFICERS.forEach(officer -> addOfficer(hands, officer));
        String first = request(bench, hands);
        approve(hands, BO);
        issue(bench, hands, first);
        assertThat(opens(openBao, first)).isTrue();

        String longer = again(bench, hands, "Extend");
        approve(hands, BO);
        issue(bench, hands, longer);
        look(bench, first);
        assertThat(hands.texts())
                .contains("Also covered")
                .anyMatch(text -> text.startsWith("by " + longer + " until "));

        shorten(hands);
        assertThat(((Label) bench.find("#window-countdown")).getText()).matches("0?[45]:\\d\\d left");
        assertThat(hands.texts()).contains("by Curfew (weak)");
        assertThat(opens(openBao, first)).isTrue();

        end(hands);
        assertThat(((Label) bench.find("#window-countdown")).getText()).startsWith("ended early ");
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("by " + longer + " until "));
        assertThat(opens(openBao, first)).isFalse();
        assertThat(opens(openBao, longer)).as("it has a token of its own").isTrue();
        return renewUntilItStands(bench, hands, longer, openBao);
    }

    private String renewUntilItStands(ShellBench bench, Hands hands, String window, OpenBao openBao) {
        look(bench, window);
        String third = again(bench, hands, "Renew");
        approve(hands, BO);
        issue(bench, hands, third);
        assertThat(hands.texts()).as("two renewals").noneMatch(text -> text.startsWith("Standing access in disguise"));

        String fourth = again(bench, hands, "Renew");
        approve(hands, BO);
        assertThat(stateOf(bench, fourth))
                .as("one signature is not enough any more")
                .isEqualTo(RequestState.PENDING);
        approve(hands, CY);
        issue(bench, hands, fourth);
        assertThat(opens(openBao, fourth)).isTrue();

        assertThat(hands.texts())
                .contains("renewed 3 times, open 0 % of 90 days")
                .anyMatch(
                        text -> text.startsWith(
                                "Standing access in disguise: renewed 3 times, open 0 % of 90 days (by two-officers-for-standing-in-disguise)."))
                .anyMatch(text -> text.endsWith(", 1 standing in disguise"));
        TableView<?> table = (TableView<?>) bench.find("#exceptions-table");
        assertThat(table.getItems()).hasSize(4);
        hands.pressStarting("Standing in disguise (1)");
        assertThat(table.getItems())
                .singleElement()
                .satisfies(
                        one -> assertThat(((ExceptionCase) one).request().id()).isEqualTo(fourth));
        hands.pressStarting("Standing in disguise (1)");
        return fourth;
    }

    private boolean opens(OpenBao openBao, String window) {
        int status = openBao.call("GET", "secret/data/renewed-door", Map.of(), tokens.getOrDefault(window, ""))
                .status();
        assertThat(status).isIn(200, 403);
        return status == 200;
    }

    private static void connect(Hands hands, OpenBao openBao) {
        hands.press("Connect a source");
        hands.type("#connection-name", "bao");
        hands.typeInto("Address", openBao.address().toString());
        hands.typeInto("Reading credential", openBao.rootToken().reveal());
        hands.typeInto("Acting credential", openBao.rootToken().reveal());
        hands.press("Connect and read");
    }

    private static void addOfficer(Hands hands, String name) {
        hands.press("Add officer");
        hands.type("#new-officer-name", name);
        hands.type("#new-officer-display-name", name);
        hands.type("#new-officer-passphrase", passphrase(name));
        hands.type("#new-officer-repeated", passphrase(name));
        hands.press("Add officer");
    }

    private static String request(ShellBench bench, Hands hands) {
        hands.press("Request exception");
        hands.type("#picker-field", "renewed-door");
        hands.key("#picker-field", KeyCode.ENTER);
        hands.type("#request-reason", "the door is stuck");
        sign(hands, ADA);
        hands.press("Sign and request");
        assertThat(hands.texts()).contains("waits for decision");
        return newest(bench);
    }

    /// For half an hour.
    private static String again(ShellBench bench, Hands hands, String button) {
        hands.press(button);
        hands.choose("#again-length", hands.choiceOf("#again-length", "PT30M"));
        hands.type("#again-reason", "it is stuck still");
        sign(hands, ADA);
        hands.press("Sign and request");
        String id = newest(bench);
        assertThat(stateOf(bench, id)).as("it is decided anew").isEqualTo(RequestState.PENDING);
        return id;
    }

    private static void approve(Hands hands, int officer) {
        hands.press("Approve");
        sign(hands, officer);
        hands.press("Sign and approve");
    }

    private void issue(ShellBench bench, Hands hands, String id) {
        hands.press("Issue");
        sign(hands, BO);
        hands.press("Issue now");
        hands.press("Reveal");
        tokens.put(id, ((TextField) bench.find("#issued-value")).getText());
        hands.press("Close");
        assertThat(stateOf(bench, id)).isEqualTo(RequestState.ACTIVE);
    }

    private static void shorten(Hands hands) {
        hands.press("Shorten");
        assertThat(hands.choices("#again-length")).as("only what is shorter").containsExactly("PT5M");
        sign(hands, BO);
        hands.press("Shorten the window");
    }

    private static void end(Hands hands) {
        hands.press("End now");
        sign(hands, BO);
        hands.press("End this window");
    }

    private static void sign(Hands hands, int officer) {
        hands.sign(officer, passphrase(OFFICERS.get(officer)));
    }

    private static String passphrase(String officer) {
        return officer + "'s own passphrase";
    }

    private static void look(ShellBench bench, String id) {
        bench.go(Destination.of(Place.EXCEPTIONS, id));
    }

    private static String newest(ShellBench bench) {
        return bench.session.desk().exceptions().list().getLast().request().id();
    }

    private static RequestState stateOf(ShellBench bench, String id) {
        return bench.session.desk().exceptions().find(id).request().state();
    }
}
