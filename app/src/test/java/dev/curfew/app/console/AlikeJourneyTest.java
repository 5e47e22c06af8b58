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
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Three requests of one shape wait; one is left out, and the others are decided with one passphrase.
class AlikeJourneyTest {
    private static final String REASON = "nightly restore";

    private static String ask(Desk desk, String ticket) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            return desk.exceptions()
                    .request(
                            new OfficerLogin(Decisions.ADA, passphrase),
                            Decisions.BREAK_GLASS,
                            Duration.ofMinutes(15),
                            REASON,
                            Map.of("ticket", ticket))
                    .request()
                    .id();
        }
    }

    private static ShellBench open(Desk desk, Theme theme, String request) {
        return new ShellBench(desk, theme, () -> SampleWorkspace.NOW, Destination.of(Place.EXCEPTIONS, request));
    }

    @Test
    void thoseThatAreTickedAreApprovedOnceTheirNumberIsTyped() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            List<String> three = List.of(ask(desk, "OPS-1"), ask(desk, "OPS-2"), ask(desk, "OPS-3"));
            Pictures.inBothThemesAndSizes(
                    "dialog-alike",
                    theme -> open(desk, theme, three.getFirst()),
                    bench -> new Hands(bench).press("Approve all like this"));
            FxThread.run(() -> {
                try (ShellBench bench = open(desk, new Theme(), three.getFirst())) {
                    Hands hands = new Hands(bench);
                    hands.press("Approve all like this");
                    assertThat(hands.texts())
                            .contains("purpose: " + REASON, "asked by ada")
                            .anyMatch(text ->
                                    text.startsWith(three.get(1) + ": asked ") && text.endsWith(" UTC, ticket OPS-2"));
                    hands.pressStarting(three.get(1));
                    hands.sign(1, Decisions.PASSPHRASE);
                    hands.type("#alike-count", "3");
                    assertThat(hands.texts()).contains("Type how many are ticked: 2.");
                    hands.type("#alike-count", "2");
                    hands.press("Sign and approve each");
                    assertThat(hands.texts())
                            .filteredOn(text -> text.contains("signed, entry #"))
                            .hasSize(2);
                    Pictures.keep(bench.picture(), "dialog-alike-decided");
                }
            });
            assertThat(desk.exceptions().list().stream()
                            .filter(it -> it.request().reason().equals(REASON))
                            .map(ExceptionCase::request)
                            .filter(it -> it.state() == RequestState.PENDING))
                    .extracting(it -> it.id())
                    .containsExactly(three.get(1));
        }
    }

    @Test
    void thoseThatAreTickedAreDeniedForOneReason() throws Exception {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            Desk desk = workspace.desk();
            List<String> three = List.of(ask(desk, "OPS-1"), ask(desk, "OPS-2"), ask(desk, "OPS-3"));
            Pictures.inBothThemesAndSizes(
                    "dialog-deny-alike",
                    theme -> open(desk, theme, three.getFirst()),
                    bench -> new Hands(bench).press("Deny all like this"));
            FxThread.run(() -> {
                try (ShellBench bench = open(desk, new Theme(), three.getFirst())) {
                    Hands hands = new Hands(bench);
                    hands.press("Deny all like this");
                    hands.pressStarting(three.get(1));
                    hands.type("#why", "use the normal path");
                    hands.sign(1, Decisions.PASSPHRASE);
                    hands.type("#alike-count", "2");
                    hands.press("Sign and deny each");
                    assertThat(hands.texts())
                            .filteredOn(text -> text.contains("signed, entry #"))
                            .hasSize(2);
                }
            });
            List<ExceptionCase> asked = desk.exceptions().list().stream()
                    .filter(it -> it.request().reason().equals(REASON))
                    .toList();
            assertThat(asked)
                    .filteredOn(it -> it.request().state() == RequestState.PENDING)
                    .extracting(it -> it.request().id())
                    .containsExactly(three.get(1));
            assertThat(asked)
                    .filteredOn(it -> it.request().state() == RequestState.DENIED)
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it.decisions())
                            .singleElement()
                            .satisfies(denial -> assertThat(denial.statement()).contains("use the normal path")));
        }
    }
}
