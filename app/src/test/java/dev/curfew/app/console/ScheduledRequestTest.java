package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.exception.ExceptionCase;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A window is asked for that begins later, and what waits is found among the rest.
class ScheduledRequestTest {

    private static final Instant TONIGHT = Instant.parse("2026-11-22T22:00:00Z");

    @Test
    void aWindowIsAskedForThatBeginsLater() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(
                        workspace.desk(), new Theme(), () -> SampleWorkspace.NOW, Destination.of(Place.EXCEPTIONS))) {
                    Hands hands = new Hands(bench);
                    fill(bench, hands);
                    hands.press("Sign and request");

                    assertThat(hands.texts()).contains("Waiting (2)", "To issue (1)", "Starts");
                    assertThat(rows(bench)).hasSize(4);
                    hands.press("Waiting (2)");
                    assertThat(rows(bench)).hasSize(2);
                    Pictures.keep(bench.picture(), "exceptions-waiting");
                    hands.press("Waiting (2)");
                    assertThat(rows(bench)).hasSize(4);
                }
            });
            List<ExceptionCase> all = workspace.desk().exceptions().list();
            assertThat(all.getLast().request().startsAt()).isEqualTo(TONIGHT);
        }
    }

    private static void fill(ShellBench bench, Hands hands) throws Exception {
        hands.press("Request exception");
        hands.type("#picker-field", "break-glass");
        hands.key("#picker-field", KeyCode.ENTER);
        hands.type("#request-reason", "migration tonight");
        hands.type("#request-start", "tonight");
        assertThat(hands.texts()).contains("Give the start in UTC, as 2026-11-22 11:00.");
        hands.type("#request-start", "2026-11-22 08:00");
        assertThat(hands.texts()).contains("That start is over. Give a later one, or none.");
        hands.type("#request-start", "2026-11-22 22:00");
        assertThat(hands.texts()).contains("Starts in 13 h. It cannot be issued before.");
        hands.sign(0, Decisions.PASSPHRASE);
        Pictures.keep(bench.picture(), "dialog-request-start");
    }

    private static List<?> rows(ShellBench bench) {
        return ((TableView<?>) bench.find("#exceptions-table")).getItems();
    }
}
