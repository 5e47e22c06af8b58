package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.model.governance.Window;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The main job over the console, on a real OpenBao: request, approve, issue, countdown, revoke, proof.
@WithOpenBao
class OpenBaoJourneyTest {

    private static final String ADA = "ada's own passphrase";
    private static final String BO = "bo's own passphrase";

    @Test
    void anExceptionIsAskedForApprovedIssuedCountedDownRevokedAndProvedGone(OpenBao openBao) throws Exception {
        openBao.policy("console-door", "path \"secret/data/console-door\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/console-door", Map.of("data", Map.of("code", "1234")));
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), Clock.systemUTC(), Destination.of(Place.CONNECTIONS))) {
                    travel(bench, new Hands(bench), openBao);
                    picture(bench, "journey-revoked", "Try again");
                }
            });
        }
    }

    private static void travel(ShellBench bench, Hands hands, OpenBao openBao) throws IOException {
        connect(hands, openBao);
        bench.go(Destination.of(Place.EXCEPTIONS));
        addOfficer(hands, "ada", "Ada", ADA);
        addOfficer(hands, "bo", "Bo", BO);
        request(hands);
        approve(hands);
        String token = issue(bench, hands);
        assertThat(openBao.call("GET", "secret/data/console-door", Map.of(), token)
                        .status())
                .as("the token opens the door")
                .isEqualTo(200);
        assertThat(((Label) bench.find("#window-countdown")).getText()).matches("1[45]:\\d\\d left");
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("by ") && !text.contains("weak"));

        picture(bench, "journey-window", "End now");
        Window window = bench.session.desk().windows().list().getLast();
        bench.go(Destination.of(Place.REVOCATION, window.credential().text()));
        revoke(bench, hands, token);

        assertThat(hands.texts()).anyMatch(text -> text.matches("refused (\\d+) of \\1 at \\d\\d:\\d\\d:\\d\\d UTC"));
        assertThat(hands.texts()).contains("proved");
        assertThat(openBao.call("GET", "secret/data/console-door", Map.of(), token)
                        .status())
                .as("the door is shut")
                .isEqualTo(403);
    }

    private static void connect(Hands hands, OpenBao openBao) {
        hands.press("Connect a source");
        hands.type("#connection-name", "bao");
        hands.typeInto("Address", openBao.address().toString());
        hands.typeInto("Reading credential", openBao.rootToken().reveal());
        hands.typeInto("Acting credential", openBao.rootToken().reveal());
        hands.press("Connect and read");
        assertThat(hands.texts()).contains("may act").anyMatch(text -> text.startsWith("bao: "));
    }

    private static void addOfficer(Hands hands, String name, String displayName, String passphrase) {
        hands.press("Add officer");
        hands.type("#new-officer-name", name);
        hands.type("#new-officer-display-name", displayName);
        hands.type("#new-officer-passphrase", passphrase);
        hands.type("#new-officer-repeated", passphrase);
        hands.press("Add officer");
    }

    private static void request(Hands hands) {
        hands.press("Request exception");
        hands.type("#picker-field", "console-door");
        hands.key("#picker-field", KeyCode.ENTER);
        hands.type("#request-reason", "the door is stuck");
        hands.sign(0, ADA);
        hands.press("Sign and request");
        assertThat(hands.texts()).contains("waits for decision");
    }

    private static void approve(Hands hands) {
        hands.press("Approve");
        assertThat(hands.texts())
                .as("beside the signature too")
                .filteredOn("the door is stuck"::equals)
                .hasSize(2);
        hands.sign(0, ADA);
        hands.press("Sign and approve");
        assertThat(hands.texts())
                .anyMatch(text -> text.contains("ada asked for") && text.contains("cannot approve it"));

        hands.press("Approve");
        hands.sign(1, BO);
        hands.press("Sign and approve");
        assertThat(hands.texts()).contains("approved");
    }

    private static String issue(ShellBench bench, Hands hands) throws IOException {
        hands.press("Issue");
        hands.sign(1, BO);
        hands.press("Issue now");
        assertThat(((TextField) bench.find("#issued-value")).getText()).startsWith("••");
        Pictures.keep(bench.picture(), "journey-handover");
        hands.press("Reveal");
        String token = ((TextField) bench.find("#issued-value")).getText();
        hands.press("Close");
        assertThat(hands.texts()).doesNotContain(token);
        return token;
    }

    private static void revoke(ShellBench bench, Hands hands, String token) throws IOException {
        hands.type("#plan-reason", "seen in a chat");
        hands.sign(0, ADA);
        hands.press("Make the plan");
        assertThat(hands.texts()).contains("not tried yet");
        picture(bench, "journey-planned", "Revoke");
        hands.press("Revoke");
        hands.typeInto("Value of", token);
        hands.sign(0, ADA);
        hands.press("Revoke 1 credential");
    }

    /// A picture of where one is, and of the dialog behind a button there: in a window of its own, for in this one
    /// nothing is drawn between two steps.
    private static void picture(ShellBench bench, String name, String button) throws IOException {
        String focus = bench.history.here().get().place() == Place.EXCEPTIONS
                ? bench.session.desk().exceptions().list().getLast().request().id()
                : bench.session.desk().revocations().list().getLast().plan().id();
        Destination here = Destination.of(bench.history.here().get().place(), focus);
        try (ShellBench fresh = new ShellBench(bench.session.desk(), new Theme(), Clock.systemUTC(), here)) {
            Pictures.keep(fresh.picture(), name);
            new Hands(fresh).press(button);
            Pictures.keep(fresh.picture(), name + "-dialog");
        }
    }
}
