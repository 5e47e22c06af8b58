package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a request says besides: said, shown to whoever decides, changed, and all of it taken back.
class RequestClaimsJourneyTest {

    private static final Clock CLOCK = Clock.fixed(SampleWorkspace.NOW, ZoneOffset.UTC);

    private static ExceptionRequest newest(Desk desk) {
        return desk.exceptions().list().getLast().request();
    }

    private static void write(Hands hands) {
        hands.press("Request exception");
        hands.type("#picker-field", "break-glass");
        hands.key("#picker-field", KeyCode.ENTER);
        hands.type("#request-reason", "restore");
        hands.press("Ticket, workload and more");
        hands.type("#request-ticket", " OPS-7 ");
        hands.type("#request-workload", "checkout");
        hands.type("#request-repository", "acme/shop");
        hands.type("#request-destination", "payments-db");
    }

    private static void sign(Hands hands, String words) {
        hands.sign(Decisions.ADA, Decisions.PASSPHRASE);
        hands.press(words);
    }

    @Test
    void whateverIsClaimedIsSignedAndShownToWhoeverDecides() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(desk, new Theme(), CLOCK, Destination.of(Place.EXCEPTIONS))) {
                    Hands hands = new Hands(bench);
                    write(hands);
                    hands.choose("#request-idle", hands.choiceOf("#request-idle", "PT15M"));
                    assertThat(hands.texts())
                            .contains("The window ends before it could go unused for so long. Choose less, or never.");
                    hands.choose("#request-idle", hands.choiceOf("#request-idle", "PT5M"));
                    sign(hands, "Sign and request");

                    assertThat(newest(desk).claims())
                            .isEqualTo(Map.of(
                                    "ticket",
                                    "OPS-7",
                                    "workload",
                                    "checkout",
                                    "repository",
                                    "acme/shop",
                                    "destination",
                                    "payments-db",
                                    ExceptionRequest.IDLE,
                                    "PT5M"));
                    assertThat(hands.texts())
                            .containsSubsequence(
                                    "Ends if unused for",
                                    "5 min",
                                    "Ticket (claimed)",
                                    "OPS-7",
                                    "Workload (claimed)",
                                    "checkout",
                                    "Repository (claimed)",
                                    "acme/shop",
                                    "Destination (claimed)",
                                    "payments-db",
                                    "Reason",
                                    "restore");

                    hands.press("Withdraw");
                    hands.type("#why", "not needed");
                    sign(hands, "Sign and withdraw");
                    assertThat(newest(desk).state()).isEqualTo(RequestState.WITHDRAWN);
                    assertThat(hands.said("Withdraw"))
                            .contains("Only a request that is not issued yet can be withdrawn.");
                }
            });
        }
    }

    @Test
    void aDraftOpensWithWhatItSaidAndLosesWhatIsTakenOut() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(desk, new Theme(), CLOCK, Destination.of(Place.EXCEPTIONS))) {
                    Hands hands = new Hands(bench);
                    write(hands);
                    sign(hands, "Sign and keep as draft");

                    hands.press("Edit");
                    assertThat(bench.find("#request-ticket").isVisible()).isTrue();
                    assertThat(bench.find("#request-ticket")).hasFieldOrPropertyWithValue("text", "OPS-7");
                    hands.type("#request-ticket", "");
                    sign(hands, "Sign and keep");

                    assertThat(newest(desk).claims()).containsOnlyKeys("workload", "repository", "destination");
                }
            });
        }
    }

    @Test
    void itIsDrawn() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            Pictures.inBothThemesAndSizes(
                    "request-claims",
                    theme -> new ShellBench(desk, theme, CLOCK, Destination.of(Place.EXCEPTIONS)),
                    bench -> write(new Hands(bench)));
            Pictures.inBothThemesAndSizes(
                    "exception-asked",
                    theme -> new ShellBench(desk, theme, CLOCK, Destination.of(Place.EXCEPTIONS)),
                    bench -> {
                        Hands hands = new Hands(bench);
                        write(hands);
                        sign(hands, "Sign and request");
                    });
        }
    }
}
