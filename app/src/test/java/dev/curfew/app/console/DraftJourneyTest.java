package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A request that is kept before anybody is asked: written, changed, submitted, and another one discarded.
class DraftJourneyTest {

    private static final Clock CLOCK = Clock.fixed(SampleWorkspace.NOW, ZoneOffset.UTC);

    private static List<ExceptionRequest> of(Desk desk, String reason) {
        return desk.exceptions().list().stream()
                .map(ExceptionCase::request)
                .filter(it -> it.reason().equals(reason))
                .toList();
    }

    private static void sign(Hands hands, String words) {
        hands.sign(0, Decisions.PASSPHRASE);
        hands.press(words);
    }

    private static void keep(Hands hands, String reason, String start) {
        // without a mouse as far as a sheet's button
        hands.key(".shell", KeyCode.N, true, false);
        hands.type("#picker-field", "break-glass");
        hands.key("#picker-field", KeyCode.ENTER);
        hands.type("#request-reason", reason);
        hands.type("#request-start", start);
        sign(hands, "Sign and keep as draft");
    }

    @Test
    void aDraftIsWrittenChangedSubmittedOrDiscarded() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            FxThread.run(() -> {
                try (ShellBench bench = new ShellBench(desk, new Theme(), CLOCK, Destination.of(Place.EXCEPTIONS))) {
                    Hands hands = new Hands(bench);
                    keep(hands, "restore drill", "2026-11-23 09:00");
                    assertThat(of(desk, "restore drill"))
                            .singleElement()
                            .satisfies(it -> assertThat(it.state()).isEqualTo(RequestState.DRAFTED))
                            .satisfies(it -> assertThat(it.startsAt()).isEqualTo("2026-11-23T09:00:00Z"));
                    assertThat(hands.texts()).contains("Drafts (1)", "Submit", "Edit", "Discard");

                    hands.press("Edit");
                    assertThat(bench.find("#request-reason")).hasFieldOrPropertyWithValue("text", "restore drill");
                    assertThat(bench.find("#request-start")).hasFieldOrPropertyWithValue("text", "2026-11-23 09:00");
                    hands.type("#request-reason", "restore drill of the payments database");
                    hands.type("#request-start", "");
                    hands.choose("#request-duration", 0);
                    sign(hands, "Sign and keep");
                    assertThat(of(desk, "restore drill of the payments database"))
                            .singleElement()
                            .satisfies(it -> assertThat(it.claims()).doesNotContainKey(ExceptionRequest.STARTS))
                            .satisfies(it -> assertThat(it.duration()).isEqualTo(Duration.ofMinutes(5)));

                    hands.press("Submit");
                    assertThat(hands.choices("#officer")).hasSize(1);
                    sign(hands, "Sign and submit");
                    assertThat(of(desk, "restore drill of the payments database"))
                            .singleElement()
                            .satisfies(it -> assertThat(it.state()).isEqualTo(RequestState.PENDING));

                    keep(hands, "not after all", "");
                    hands.press("Discard");
                    sign(hands, "Sign and discard");
                    assertThat(of(desk, "not after all"))
                            .singleElement()
                            .satisfies(it -> assertThat(it.state()).isEqualTo(RequestState.WITHDRAWN));
                }
            });
        }
    }

    @Test
    void itIsDrawnWhileItIsEdited() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            Pictures.inBothThemesAndSizes(
                    "draft", theme -> new ShellBench(desk, theme, CLOCK, Destination.of(Place.EXCEPTIONS)), bench -> {
                        Hands hands = new Hands(bench);
                        keep(hands, "restore drill", "2026-11-23 09:00");
                        hands.press("Edit");
                    });
        }
    }
}
